// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import io.amlreach.config.catalog.CatalogReader;
import io.amlreach.config.catalog.Edition;
import io.amlreach.config.catalog.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The values that the catalog defines, for a help text; read only when help is asked for. */
final class Choices {
  private Choices() {}

  static List<String> features() {
    List<String> lines = new ArrayList<>(List.of("", "Features:"));
    for (Feature feature : CatalogReader.features()) {
      String use =
          switch (feature.use()) {
            case ALWAYS -> " (always checked)";
            case DEFAULT -> "";
            case ON_REQUEST -> " (only when named)";
          };
      lines.add(line(feature.name(), feature.title() + use));
    }
    lines.add(line("all", "every one of them"));
    return lines;
  }

  static List<String> editions() {
    List<String> lines = new ArrayList<>(List.of("", "Editions, the first is the default:"));
    for (Edition edition : CatalogReader.editions()) {
      lines.add(line(edition.name(), edition.title()));
    }
    return lines;
  }

  private static String line(String name, String text) {
    return String.format(Locale.ROOT, "  %-23s %s", name, text);
  }
}
