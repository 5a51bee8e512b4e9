// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import io.amlreach.config.Settings.LogFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of a daemon, on standard error. */
public final class ServiceLog {
  private static final String OURS = "io.amlreach";

  private ServiceLog() {}

  /**
   * Logs what amlreach says from now on, and what libraries warn of.
   *
   * @param environment of the process, in which systemd says where standard error leads
   */
  public static void start(LogFormat format, Map<String, String> environment) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return; // left out for this run
    }
    LogFormat chosen = format == LogFormat.AUTO ? usual(environment) : format;
    LineEncoder encoder =
        new LineEncoder(
            switch (chosen) {
              case JSON -> Lines::json;
              case JOURNALD -> Lines::journald;
              case AUTO, TEXT -> Lines::text;
            });
    encoder.setContext(context);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.detachAndStopAllAppenders();
    root.addAppender(appender);
    ch.qos.logback.classic.Logger ours = context.getLogger(OURS);
    if (ours.getLevel() == null) { // unless debug messages are wanted
      ours.setLevel(Level.INFO);
    }
  }

  private static LogFormat usual(Map<String, String> environment) {
    String stream = environment.getOrDefault("JOURNAL_STREAM", "");
    return !stream.isEmpty() && stream.equals(file(Path.of("/proc/self/fd/2")))
        ? LogFormat.JOURNALD
        : LogFormat.TEXT;
  }

  /** Device and inode as systemd.exec(5) writes them; empty where nobody can tell. */
  static String file(Path path) {
    try {
      return Files.getAttribute(path, "unix:dev") + ":" + Files.getAttribute(path, "unix:ino");
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return "";
    }
  }
}
