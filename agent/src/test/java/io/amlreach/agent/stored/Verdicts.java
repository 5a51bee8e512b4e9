// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.stored;

import io.amlreach.agent.verdict.Level;
import java.time.Instant;
import java.util.List;

/** Stored verdicts for tests: required HTTPS hosts of one workspace. */
public final class Verdicts {
  private Verdicts() {}

  public static StoredVerdict verdict(
      String host, Level level, String stage, String cause, String... addresses) {
    return verdict("contoso-mlw/row/" + host, host, level, stage, cause, addresses);
  }

  static StoredVerdict verdict(
      String id, String host, Level level, String stage, String cause, String... addresses) {
    StoredNeed need =
        new StoredNeed(
            id,
            "contoso-mlw",
            "row",
            "host",
            "outbound",
            List.of("https/443"),
            host,
            443,
            "https",
            host,
            "",
            List.of("studio"),
            true);
    return new StoredVerdict(need, level, stage, cause, "", List.of(), List.of(addresses), null);
  }

  public static StoredReport report(String edition, String host, StoredVerdict... verdicts) {
    return new StoredReport(
        "0.1.0",
        edition,
        Instant.parse("2026-11-22T00:00:00Z"),
        "completed",
        host,
        List.of("10.0.0.4:53"),
        List.of(),
        List.of(verdicts));
  }
}
