// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.stored;

import java.time.Instant;
import java.util.List;

/**
 * A report that was written as JSON by this version or another.
 *
 * @param version of amlreach that wrote it; empty when it does not say
 * @param edition of the catalog; empty for a plain target list
 * @param ending how the check ended: completed, deadline or interrupted; empty when it does not say
 * @param host the name of the machine that probed; empty when it does not say
 * @param resolvers the DNS servers that were asked, address with port
 */
public record StoredReport(
    String version,
    String edition,
    Instant startedAt,
    String ending,
    String host,
    List<String> resolvers,
    List<StoredFinding> findings,
    List<StoredVerdict> verdicts) {
  public StoredReport {
    resolvers = List.copyOf(resolvers);
    findings = List.copyOf(findings);
    verdicts = List.copyOf(verdicts);
  }
}
