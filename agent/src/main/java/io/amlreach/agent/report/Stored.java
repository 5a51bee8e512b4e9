// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.finding.Finding;
import io.amlreach.agent.stored.StoredFinding;
import io.amlreach.agent.stored.StoredNeed;
import io.amlreach.agent.stored.StoredReport;
import io.amlreach.agent.stored.StoredVerdict;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Target;
import java.net.InetAddress;
import java.util.List;

/** A report as it would be read back, to be compared with others without a detour by a file. */
public final class Stored {
  private Stored() {}

  public static StoredReport of(Report report) {
    return new StoredReport(
        report.version(),
        report.edition(),
        report.startedAt(),
        report.ending().word(),
        report.host().name(),
        report.host().resolvers(),
        report.findings().stream().map(Stored::finding).toList(),
        report.verdicts().stream().map(verdict -> verdict(report, verdict)).toList());
  }

  private static StoredVerdict verdict(Report report, Verdict verdict) {
    Outcome outcome = verdict.outcome();
    History.Failure failure = report.history().failures().get(verdict.need().id());
    return new StoredVerdict(
        need(verdict.need()),
        verdict.level(),
        verdict.stage() == null ? "" : verdict.stage().word(),
        verdict.cause().word(),
        verdict.detail(),
        outcome == null ? List.of() : outcome.resolution().aliases(),
        outcome == null
            ? List.of()
            : outcome.resolution().addresses().stream().map(InetAddress::getHostAddress).toList(),
        failure == null ? null : failure.since());
  }

  private static StoredNeed need(Need need) {
    Target target = need.target();
    CatalogEntry entry = need.entry();
    String host = target == null ? need.host() : target.host();
    return new StoredNeed(
        need.id(),
        need.workspace(),
        entry == null ? "" : entry.id(),
        entry == null ? "" : PlanJsonWriter.word(entry.kind()),
        entry == null ? "" : PlanJsonWriter.word(entry.direction()),
        entry == null ? List.of() : entry.ports().stream().map(PortText::of).toList(),
        host == null ? "" : host,
        target == null ? need.port() : target.port(),
        target == null ? "" : target.protocol().word(),
        need.pattern(),
        entry == null || entry.serviceTag() == null ? "" : entry.serviceTag(),
        need.features(),
        need.required());
  }

  private static StoredFinding finding(Finding finding) {
    return new StoredFinding(
        finding.id(),
        finding.kind().word(),
        finding.title(),
        finding.confidence().word(),
        finding.verdicts().stream().map(verdict -> verdict.need().id()).toList(),
        finding.treatment().team().word(),
        finding.treatment().text(),
        finding.treatment().patterns(),
        finding.treatment().ports());
  }
}
