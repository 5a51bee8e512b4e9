// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.catalog.CatalogEntry.Source;
import io.amlreach.config.catalog.SectionReader.Document;
import io.amlreach.config.yaml.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a row names what it was read from: {@code L062} (document and section of its own section),
 * {@code ja S134} (another document), {@code E/training-vnet L162} (another section of it).
 */
final class FactSpelling {
  private static final Pattern SPELLING =
      Pattern.compile("(?:(?<document>[^ /]+)(?:/(?<section>.+))? )?(?<fact>[A-Za-z0-9-]+)");

  private final Map<String, Document> documents;
  private final String document;
  private final String section;

  FactSpelling(Map<String, Document> documents, String document, String section) {
    this.documents = documents;
    this.document = document;
    this.section = section;
  }

  /** The sources of a row; the file itself where a row of an operator's own names none. */
  List<Source> read(Value facts, String origin) {
    if (facts.isPresent()) {
      return facts.items().stream()
          .flatMap(
              item ->
                  item
                      .parse(
                          "a fact such as L062, \"C L141\" or \"C/section L141\" with a document of"
                              + " this file",
                          this::parse)
                      .stream())
          .toList();
    }
    Document own = documents.get(document);
    String file = own == null ? origin.replaceFirst(":\\d+$", "") : own.file();
    return List.of(new Source("", file, own == null ? "" : own.date(), section));
  }

  private Optional<Source> parse(String text) {
    Matcher match = SPELLING.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    String key = match.group("document") == null ? document : match.group("document");
    String from = match.group("section") == null ? section : match.group("section");
    return Optional.ofNullable(documents.get(key))
        .map(page -> new Source(match.group("fact"), page.file(), page.date(), from));
  }
}
