// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.finding.Finding;
import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Target;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One line for each verdict; several values in one field are separated by blanks. */
public final class CsvWriter implements ReportWriter {
  static final List<String> COLUMNS =
      List.of(
          "level",
          "stage",
          "cause",
          "workspace",
          "host",
          "port",
          "protocol",
          "pattern",
          "features",
          "required",
          "expectedAddress",
          "addresses",
          "detail",
          "advice",
          "id",
          "findings",
          "team",
          "ports",
          "serviceTag",
          "section",
          "purpose",
          "aliases",
          "milliseconds",
          "sources");

  @Override
  public void write(Report report, Writer out) throws IOException {
    Csv.line(out, COLUMNS);
    Explained explained = Explained.by(report.findings());
    for (Verdict verdict : report.verdicts()) {
      Csv.line(out, values(verdict, explained));
    }
  }

  private static List<String> values(Verdict verdict, Explained explained) {
    Need need = verdict.need();
    Target target = need.target();
    CatalogEntry entry = need.entry();
    Outcome outcome = verdict.outcome();
    Team team = verdict.team();
    return List.of(
        verdict.level().word(),
        verdict.stage() == null ? "" : verdict.stage().word(),
        verdict.cause().word(),
        need.workspace(),
        target == null ? "" : target.host(),
        target == null ? "" : Integer.toString(target.port()),
        target == null ? "" : target.protocol().word(),
        need.pattern(),
        String.join(" ", need.features()),
        Boolean.toString(need.required()),
        need.expected().word(),
        addresses(outcome),
        verdict.detail(),
        verdict.advice(),
        need.id(),
        explained.findings(verdict).stream().map(Finding::id).collect(Collectors.joining(" ")),
        verdict.advice().isEmpty() || team == Team.NOBODY ? "" : team.word(),
        entry == null
            ? ""
            : entry.ports().stream().map(PortText::of).collect(Collectors.joining(" ")),
        entry == null || entry.serviceTag() == null ? "" : entry.serviceTag(),
        entry == null ? "" : entry.section(),
        need.purpose(),
        outcome == null ? "" : String.join(" ", outcome.resolution().aliases()),
        outcome == null ? "" : Long.toString(Took.all(outcome).toMillis()),
        need.sources().stream()
            .map(source -> source.document() + "@" + source.date())
            .distinct()
            .collect(Collectors.joining(" ")));
  }

  private static String addresses(@Nullable Outcome outcome) {
    return outcome == null
        ? ""
        : outcome.resolution().addresses().stream()
            .map(InetAddress::getHostAddress)
            .collect(Collectors.joining(" "));
  }
}
