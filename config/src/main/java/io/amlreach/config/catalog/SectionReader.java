// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.catalog.CatalogEntry.Kind;
import io.amlreach.config.catalog.CatalogEntry.Source;
import io.amlreach.config.yaml.IdRegister;
import io.amlreach.config.yaml.MapReader;
import io.amlreach.config.yaml.NearMiss;
import io.amlreach.config.yaml.Value;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads documents, sections and their rows: what editions and overlays have in common. */
final class SectionReader {
  private final String edition;
  private final List<String> featureNames;
  private final IdRegister ids;
  private final Set<String> standIns;

  /**
   * @param edition that the rows belong to
   * @param standIns what says how patterns with holes become hosts
   */
  SectionReader(String edition, List<String> featureNames, IdRegister ids, List<StandIn> standIns) {
    this.edition = edition;
    this.featureNames = featureNames;
    this.ids = ids;
    this.standIns = standIns.stream().map(StandIn::pattern).collect(Collectors.toSet());
  }

  /** The rows of all sections in the order written. */
  List<CatalogEntry> read(MapReader file) {
    Map<String, Document> documents = documents(file.value("documents").map());
    List<CatalogEntry> entries = new ArrayList<>();
    for (MapReader section : file.value("sections").maps()) {
      entries.addAll(section(section, documents));
    }
    return entries;
  }

  private static Map<String, Document> documents(MapReader map) {
    Map<String, Document> documents = new LinkedHashMap<>();
    for (String key : map.keys()) {
      MapReader entry = map.value(key).map();
      String file = entry.value("file").required().text().orElse("");
      String date =
          entry.value("date").parse("a day such as 2026-03-19", SectionReader::day).orElse("");
      entry.finish();
      documents.put(key, new Document(file, date));
    }
    return documents;
  }

  private static Optional<String> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text).toString());
    } catch (DateTimeParseException ignored) { // told by the caller
      return Optional.empty();
    }
  }

  private List<CatalogEntry> section(MapReader map, Map<String, Document> documents) {
    String name = map.value("section").required().text().orElse("");
    String document = map.value("document").word(documents.keySet()).orElse("");
    RowFields fields = RowFields.DEFAULTS.with(map, featureNames);
    FactSpelling facts = new FactSpelling(documents, document, name);
    List<CatalogEntry> entries = new ArrayList<>();
    for (MapReader row : map.value("rows").required().maps()) {
      row(row, name, fields, facts).ifPresent(entries::add);
    }
    map.finish();
    return entries;
  }

  private Optional<CatalogEntry> row(
      MapReader map, String section, RowFields defaults, FactSpelling facts) {
    Optional<String> id = ids.add(map.value("id").required());
    RowFields fields = defaults.with(map, featureNames);
    Optional<String> pattern = pattern(map.value("pattern").required(), fields.kind());
    List<Source> sources = facts.read(map.value("facts"), map.origin());
    Value features = map.value("features");
    if (fields.features().isEmpty() && !features.isPresent()) {
      features.required();
    } else if (fields.features().isEmpty()) {
      features.refuse("at least one feature");
    }
    map.finish();
    return id.flatMap(
        known -> pattern.map(text -> fields.entry(known, edition, section, text, sources)));
  }

  private Optional<String> pattern(Value value, Kind kind) {
    Optional<String> text = value.text();
    if (text.isEmpty() || kind != Kind.HOST || standIns.contains(text.get())) {
      return text;
    }
    String host = HostPattern.hostPart(text.get());
    for (String word : Template.holes(host)) {
      if (Placeholder.ofWord(word).isEmpty()) {
        value.refuse(
            "a stand-in for it, or placeholders out of " + String.join(", ", Placeholder.words()),
            NearMiss.hint(word, Placeholder.words()));
        return Optional.empty();
      }
    }
    if (HostName.of(host.replaceAll("\\*|<[^<>]*>", "x")).isEmpty()) {
      value.refuse("a host name or pattern");
      return Optional.empty();
    }
    return text;
  }

  /** A page that rows were read from. */
  record Document(String file, String date) {}
}
