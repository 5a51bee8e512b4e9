// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Target;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;

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
          "id");

  @Override
  public void write(Report report, Writer out) throws IOException {
    Csv.line(out, COLUMNS);
    for (Verdict verdict : report.verdicts()) {
      Csv.line(out, values(verdict));
    }
  }

  private static List<String> values(Verdict verdict) {
    Need need = verdict.need();
    Target target = need.target();
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
        addresses(verdict),
        verdict.detail(),
        verdict.advice(),
        need.id());
  }

  private static String addresses(Verdict verdict) {
    Outcome outcome = verdict.outcome();
    return outcome == null
        ? ""
        : outcome.resolution().addresses().stream()
            .map(InetAddress::getHostAddress)
            .collect(Collectors.joining(" "));
  }
}
