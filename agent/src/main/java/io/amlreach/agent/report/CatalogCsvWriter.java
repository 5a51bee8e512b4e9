// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.config.Cloud;
import io.amlreach.config.catalog.CatalogEntry;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** One line for each row; several values in one field are separated by blanks. */
public final class CatalogCsvWriter implements CatalogWriter {
  @Override
  public void write(String edition, List<CatalogEntry> entries, Writer out) throws IOException {
    Csv.line(
        out,
        List.of(
            "id",
            "section",
            "kind",
            "direction",
            "clouds",
            "pattern",
            "ports",
            "features",
            "conditions",
            "required",
            "serviceTag",
            "purpose",
            "sources"));
    for (CatalogEntry entry : entries) {
      Csv.line(out, values(entry));
    }
  }

  private static List<String> values(CatalogEntry entry) {
    return List.of(
        entry.id(),
        entry.section(),
        PlanJsonWriter.word(entry.kind()),
        PlanJsonWriter.word(entry.direction()),
        entry.clouds().stream().sorted().map(Cloud::word).collect(Collectors.joining(" ")),
        entry.pattern(),
        entry.ports().stream().map(PortText::of).distinct().collect(Collectors.joining(" ")),
        String.join(" ", entry.features()),
        entry.conditions().stream().map(PlanJsonWriter::word).collect(Collectors.joining(" ")),
        Boolean.toString(entry.required()),
        entry.serviceTag() == null ? "" : entry.serviceTag(),
        entry.purpose(),
        entry.sources().stream()
            .map(source -> source.document() + "@" + source.date())
            .distinct()
            .collect(Collectors.joining(" ")));
  }
}
