// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import io.amlreach.config.yaml.Spellings;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The words of {@code amlreach history} that no other command has. */
final class HistoryWords {
  private static final String STATE_DIRECTORY = "--state-directory";
  private static final String WORKSPACE = "--workspace";
  private static final String SINCE = "--since";

  private HistoryWords() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Options.text(
            STATE_DIRECTORY, "DIR", "where the daemon keeps its state (default: as in the file)"));
    spec.addOption(Options.text("--only", "GLOB", "only what has a matching host or id"));
    spec.addOption(Options.text(WORKSPACE, "NAME", "only what this workspace needs"));
    spec.addOption(
        Options.text(
            SINCE, "WHEN", "only what happened since: 12h, 7d, 2026-11-22, 2026-11-22T08:00:00Z"));
  }

  static Invocation.History of(
      ParseResult words, Invocation.Telling telling, Interpreter interpreter)
      throws UsageException {
    return new Invocation.History(
        interpreter.file(words),
        Interpreter.path(words.matchedOptionValue(STATE_DIRECTORY, null)),
        words.matchedOptionValue("--only", ""),
        words.matchedOptionValue(WORKSPACE, ""),
        since(words.matchedOptionValue(SINCE, "")),
        telling);
  }

  private static Instant since(String text) throws UsageException {
    if (text.isEmpty()) {
      return Instant.MIN;
    }
    Optional<Duration> ago = Spellings.duration(text);
    try {
      if (ago.isPresent()) {
        return Instant.now().minus(ago.get());
      }
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
    } catch (DateTimeException e) {
      throw new UsageException(
          "amlreach: --since: expected a duration up to 365d such as 12h, a day such as 2026-11-22 or a time"
              + " such as 2026-11-22T08:00:00Z, found \""
              + text
              + "\"");
    }
  }
}
