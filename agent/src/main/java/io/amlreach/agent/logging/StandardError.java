// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOP_FallbackServiceProvider;

/**
 * Sets Logback up without a file, which would cost the reading of XML at each start: warnings and
 * errors, on standard error. Logback finds it by itself, when something logs for the first time.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class StandardError extends ContextAwareBase implements Configurator {
  private static final String OURS = "io.amlreach";

  @Override
  public ExecutionStatus configure(LoggerContext loggerContext) {
    LineEncoder encoder = new LineEncoder(Lines::plain); // a pattern is a hundred classes
    encoder.setContext(loggerContext);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(loggerContext);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    ch.qos.logback.classic.Logger root = loggerContext.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /**
   * Leaves logging out of this run, which a short run notices. A report tells what a log would;
   * call it before anything logs.
   */
  public static void leaveOut() {
    System.setProperty(
        LoggerFactory.PROVIDER_PROPERTY_KEY, NOP_FallbackServiceProvider.class.getName());
  }

  /** Shows our own debug messages too; those of libraries stay quiet. */
  public static void showDetails() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getLogger(OURS).setLevel(Level.DEBUG);
    }
  }
}
