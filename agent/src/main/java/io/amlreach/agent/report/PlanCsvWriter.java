// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.catalog.Plan;
import io.amlreach.probe.Target;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** One line for each need; several values in one field are separated by blanks. */
public final class PlanCsvWriter implements PlanWriter {
  static final List<String> COLUMNS =
      List.of(
          "disposition",
          "workspace",
          "section",
          "pattern",
          "host",
          "port",
          "protocol",
          "expectedAddress",
          "required",
          "features",
          "standIn",
          "reason",
          "serviceTag",
          "sources",
          "id");

  @Override
  public void write(Plan plan, Writer out) throws IOException {
    Csv.line(out, COLUMNS);
    for (Need need : plan.needs()) {
      Csv.line(out, values(need));
    }
  }

  private static List<String> values(Need need) {
    Target target = need.target();
    CatalogEntry entry = need.entry();
    return List.of(
        PlanJsonWriter.word(need.disposition()),
        need.workspace(),
        entry == null ? "" : entry.section(),
        need.pattern(),
        target == null ? "" : target.host(),
        target == null ? "" : Integer.toString(target.port()),
        target == null ? "" : target.protocol().word(),
        need.expected().word(),
        Boolean.toString(need.required()),
        String.join(" ", need.features()),
        need.standIn(),
        need.reason(),
        entry == null || entry.serviceTag() == null ? "" : entry.serviceTag(),
        need.sources().stream()
            .map(source -> source.document() + "@" + source.date())
            .distinct()
            .collect(Collectors.joining(" ")),
        need.id());
  }
}
