// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.event.KeyValuePair;

class LinesTest {
  private final LoggerContext context = new LoggerContext();

  @Test
  void a_person_reads_the_local_time_the_level_and_the_message() {
    assertThat(Lines.text(event("io.amlreach.agent.Daemon", Level.WARN, "it fails", null)))
        .matches("2026-11-2[123]T\\d\\d:00:00[+-]\\d\\d:\\d\\d WARN  it fails\n");
  }

  @Test
  void a_short_run_tells_a_fault_in_one_more_line() {
    Exception fault = new IllegalStateException("why");
    assertThat(Lines.plain(event("io.netty.Loop", Level.WARN, "odd", fault)))
        .isEqualTo("WARN Loop: odd\njava.lang.IllegalStateException: why\n");
  }

  @Test
  void what_a_library_says_names_it() {
    assertThat(Lines.journald(event("io.netty.Loop", Level.WARN, "odd", null)))
        .isEqualTo("<4>Loop: odd\n");
  }

  @Test
  void every_line_for_the_journal_has_its_priority() {
    LoggingEvent event =
        event("io.amlreach.agent.Daemon", Level.ERROR, "a\nb", new IllegalStateException("why"));
    assertThat(Lines.journald(event).lines().toList())
        .hasSizeGreaterThan(3)
        .startsWith("<3>a", "<3>b", "<3>java.lang.IllegalStateException: why")
        .allMatch(line -> line.startsWith("<3>"));
  }

  @Test
  void one_object_has_what_else_is_known_and_cannot_be_broken_out_of() {
    LoggingEvent event = event("io.amlreach.agent.X", Level.INFO, "say \"no\"\n", null);
    event.addKeyValuePair(new KeyValuePair("to", "fail"));
    assertThat(Lines.json(event))
        .isEqualTo(
            "{\"ts\":\"2026-11-22T12:00:00Z\",\"level\":\"info\",\"logger\":\"io.amlreach.agent.X\","
                + "\"msg\":\"say \\\"no\\\"\\n\",\"to\":\"fail\"}\n");
  }

  @Test
  void a_stream_is_known_by_device_and_inode(@TempDir Path folder) throws Exception {
    Path file = Files.createFile(folder.resolve("journal"));
    assertThat(ServiceLog.file(file))
        .isEqualTo(
            Files.getAttribute(file, "unix:dev") + ":" + Files.getAttribute(file, "unix:ino"));
    assertThat(ServiceLog.file(folder.resolve("none"))).isEmpty();
  }

  private LoggingEvent event(String logger, Level level, String message, Throwable thrown) {
    LoggingEvent event =
        new LoggingEvent("", context.getLogger(logger), level, message, thrown, null);
    event.setInstant(Instant.parse("2026-11-22T12:00:00Z"));
    return event;
  }
}
