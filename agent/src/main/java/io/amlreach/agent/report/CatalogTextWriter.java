// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.config.Cloud;
import io.amlreach.config.catalog.CatalogEntry;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** For a person: section by section, each row with its ports, clouds, purpose and sources. */
public final class CatalogTextWriter implements CatalogWriter {
  private final Style style;

  public CatalogTextWriter(Style style) {
    this.style = style;
  }

  @Override
  public void write(String edition, List<CatalogEntry> entries, Writer out) throws IOException {
    String section = "";
    for (CatalogEntry entry : entries) {
      if (!entry.section().equals(section)) {
        out.write((section.isEmpty() ? "" : "\n") + style.bold(entry.section()) + "\n");
        section = entry.section();
      }
      out.write(Paragraph.of("  ", Printable.of(head(entry))));
      out.write(Paragraph.of("      ", Printable.of(entry.purpose())));
      out.write(style.dim(Paragraph.of("      ", Printable.of(origin(entry)))));
    }
    out.write("\ncatalog " + edition + ", " + entries.size() + " rows\n");
  }

  private static String head(CatalogEntry entry) {
    String ports =
        entry.ports().stream().map(PortText::of).distinct().collect(Collectors.joining(" "));
    String clouds =
        entry.clouds().stream().sorted().map(Cloud::word).collect(Collectors.joining("+"));
    return entry.pattern()
        + "  "
        + ports
        + "  "
        + clouds
        + (entry.required() ? "" : "  recommended")
        + "  ["
        + String.join(", ", entry.features())
        + "]  "
        + entry.id();
  }

  private static String origin(CatalogEntry entry) {
    return entry.sources().stream()
        .map(source -> source.document() + " " + source.date() + " (" + source.section() + ")")
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
