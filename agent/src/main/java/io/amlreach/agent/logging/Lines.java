// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.JsonEscapeUtil;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.event.KeyValuePair;

/** What one event looks like. Logback's own JSON has numbers for times and lists for fields. */
final class Lines {
  private static final String OURS = "io.amlreach.";
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  private Lines() {}

  /** For a person who watches a short run: level, logger, message and the fault in one line. */
  static String plain(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    return event.getLevel()
        + " "
        + simpleName(event)
        + ": "
        + event.getFormattedMessage()
        + "\n"
        + (thrown == null ? "" : thrown.getClassName() + ": " + thrown.getMessage() + "\n");
  }

  /** For a person: local time, level, message. */
  static String text(ILoggingEvent event) {
    String time = LOCAL.format(event.getInstant().atZone(ZoneId.systemDefault()));
    String level = String.format(Locale.ROOT, "%-5s", event.getLevel());
    return time + " " + level + " " + message(event) + "\n" + stack(event);
  }

  /**
   * For the journal, which has the time and takes the priority from a number in front, see
   * sd-daemon(3). It takes each line for a message of its own, so each has the number.
   */
  static String journald(ILoggingEvent event) {
    String priority = "<" + priority(event.getLevel()) + ">";
    StringBuilder text = new StringBuilder();
    (message(event) + "\n" + stack(event))
        .lines()
        .forEach(line -> text.append(priority).append(line).append('\n'));
    return text.toString();
  }

  /** One object: time, level, logger, message and what else is known of the event. */
  static String json(ILoggingEvent event) {
    StringBuilder json = new StringBuilder("{");
    field(json, "ts", time(event.getInstant()));
    field(json, "level", event.getLevel().toString().toLowerCase(Locale.ROOT));
    field(json, "logger", event.getLoggerName());
    field(json, "msg", event.getFormattedMessage());
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    if (pairs != null) {
      pairs.forEach(pair -> field(json, pair.key, Objects.toString(pair.value)));
    }
    if (event.getThrowableProxy() != null) {
      field(json, "stack", stack(event));
    }
    return json.append("}\n").toString();
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static void field(StringBuilder json, String name, String value) {
    json.append(json.length() == 1 ? "\"" : ",\"")
        .append(JsonEscapeUtil.jsonEscapeString(name))
        .append("\":\"")
        .append(JsonEscapeUtil.jsonEscapeString(value))
        .append('"');
  }

  private static String message(ILoggingEvent event) {
    String logger = event.getLoggerName();
    String said = event.getFormattedMessage();
    return logger.startsWith(OURS) ? said : simpleName(event) + ": " + said;
  }

  private static String simpleName(ILoggingEvent event) {
    String logger = event.getLoggerName();
    return logger.substring(logger.lastIndexOf('.') + 1);
  }

  private static String stack(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    return thrown == null ? "" : ThrowableProxyUtil.asString(thrown);
  }

  private static int priority(Level level) {
    return switch (level.toInt()) {
      case Level.ERROR_INT -> 3;
      case Level.WARN_INT -> 4;
      case Level.INFO_INT -> 6;
      default -> 7;
    };
  }
}
