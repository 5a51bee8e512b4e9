// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.yaml.IdRegister;
import io.amlreach.config.yaml.MapReader;
import io.amlreach.config.yaml.NearMiss;
import io.amlreach.config.yaml.Value;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies what an operator says about a catalog: rows of his own, changed rows and waivers. */
final class OverlayReader {
  private final List<String> featureNames;
  private final IdRegister ids;

  /**
   * @param ids of the catalog that is laid over
   */
  OverlayReader(List<String> featureNames, IdRegister ids) {
    this.featureNames = featureNames;
    this.ids = ids;
  }

  /** The catalog with the overlay applied; its stand-ins go before those of the catalog. */
  Catalog apply(MapReader file, Catalog catalog) {
    List<StandIn> standIns = new ArrayList<>(new StandInReader(featureNames).read(file));
    standIns.addAll(catalog.standIns());
    List<CatalogEntry> entries = new ArrayList<>(catalog.entries());
    entries.addAll(new SectionReader(catalog.edition(), featureNames, ids, standIns).read(file));
    for (MapReader change : file.value("changes").maps()) {
      change(change, entries);
    }
    List<Waiver> waivers = new ArrayList<>(catalog.waivers());
    for (MapReader waiver : file.value("waivers").maps()) {
      waivers.add(waiver(waiver, entries));
    }
    file.finish();
    return new Catalog(
        catalog.edition(), catalog.title(), entries, standIns, catalog.features(), waivers);
  }

  private void change(MapReader map, List<CatalogEntry> entries) {
    List<String> ids = entries.stream().map(CatalogEntry::id).toList();
    Optional<String> id = known(map.value("id").required(), "the id of a row", ids);
    int at = id.map(ids::indexOf).orElse(-1);
    RowFields before = at < 0 ? RowFields.DEFAULTS : RowFields.of(entries.get(at));
    RowFields after = before.with(map, featureNames);
    map.finish();
    if (at >= 0) {
      CatalogEntry entry = entries.get(at);
      entries.set(
          at,
          after.entry(
              entry.id(), entry.edition(), entry.section(), entry.pattern(), entry.sources()));
    }
  }

  private static Waiver waiver(MapReader map, List<CatalogEntry> entries) {
    Value id = map.value("id");
    Value pattern = map.value("pattern");
    if (id.isPresent() == pattern.isPresent()) {
      id.refuse("either the id or the pattern of a row");
    }
    String row =
        known(id, "the id of a row", entries.stream().map(CatalogEntry::id).toList())
            .or(
                () ->
                    known(
                        pattern,
                        "the pattern of a row",
                        entries.stream().map(CatalogEntry::pattern).toList()))
            .orElse("");
    Waiver waiver =
        new Waiver(
            row,
            map.value("owner").required().text().orElse(""),
            until(map.value("until").required()).orElse(LocalDate.EPOCH),
            map.value("reason").required().text().orElse(""),
            map.origin());
    map.finish();
    return waiver;
  }

  /** One of hundreds: a problem names the near miss, not all of them. */
  private static Optional<String> known(Value value, String expected, List<String> known) {
    Optional<String> text = value.text();
    Optional<String> found = text.filter(known::contains);
    if (text.isPresent() && found.isEmpty()) {
      value.refuse(expected, NearMiss.hint(text.get(), known));
    }
    return found;
  }

  private static Optional<LocalDate> until(Value value) {
    return value.parse(
        "the last day on which it holds, such as 2027-01-31",
        text -> {
          try {
            return Optional.of(LocalDate.parse(text));
          } catch (DateTimeParseException ignored) { // told as a problem by the value
            return Optional.empty();
          }
        });
  }
}
