// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.Cloud;
import io.amlreach.config.catalog.CatalogEntry.Alternative;
import io.amlreach.config.catalog.CatalogEntry.Condition;
import io.amlreach.config.catalog.CatalogEntry.Direction;
import io.amlreach.config.catalog.CatalogEntry.Kind;
import io.amlreach.config.catalog.CatalogEntry.PortUse;
import io.amlreach.config.yaml.MapReader;
import io.amlreach.config.yaml.Value;
import io.amlreach.config.yaml.Words;
import io.amlreach.probe.Protocol;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a section may say once for all of its rows, a row for itself, and a change of an existing
 * row anew.
 */
record RowFields(
    Kind kind,
    Direction direction,
    Set<Cloud> clouds,
    List<PortUse> ports,
    List<String> features,
    List<Condition> conditions,
    boolean required,
    String purpose,
    @Nullable String serviceTag,
    List<Alternative> alternatives,
    @Nullable String note) {
  /** What holds where neither section nor row says anything. */
  static final RowFields DEFAULTS =
      new RowFields(
          Kind.HOST,
          Direction.OUTBOUND,
          EnumSet.allOf(Cloud.class),
          List.of(new PortUse(443, Protocol.HTTPS, false)),
          List.of(),
          List.of(),
          true,
          "",
          null,
          List.of(),
          null);

  private static final Words<Kind> KINDS = new Words<>(Kind.values());
  private static final Words<Direction> DIRECTIONS = new Words<>(Direction.values());
  private static final Words<Cloud> CLOUDS = new Words<>(Cloud.values());
  private static final Words<Condition> CONDITIONS = new Words<>(Condition.values());

  static RowFields of(CatalogEntry entry) {
    return new RowFields(
        entry.kind(),
        entry.direction(),
        entry.clouds(),
        entry.ports(),
        entry.features(),
        entry.conditions(),
        entry.required(),
        entry.purpose(),
        entry.serviceTag(),
        entry.alternatives(),
        entry.note());
  }

  /**
   * These fields, with what the map says instead.
   *
   * @param featureNames the closed list
   */
  RowFields with(MapReader map, List<String> featureNames) {
    return new RowFields(
        KINDS.read(map.value("kind")).orElse(kind),
        DIRECTIONS.read(map.value("direction")).orElse(direction),
        some(map.value("clouds")).map(CLOUDS::readAll).filter(all -> !all.isEmpty()).orElse(clouds),
        some(map.value("ports")).map(RowFields::ports).orElse(ports),
        some(map.value("features")).map(all -> words(all, featureNames)).orElse(features),
        some(map.value("conditions"))
            .map(all -> List.copyOf(CONDITIONS.readAll(all)))
            .orElse(conditions),
        map.value("required").bool().orElse(required),
        map.value("purpose").text().orElse(purpose),
        map.value("serviceTag").text().or(() -> Optional.ofNullable(serviceTag)).orElse(null),
        some(map.value("alternatives")).map(RowFields::alternatives).orElse(alternatives),
        map.value("note").text().or(() -> Optional.ofNullable(note)).orElse(null));
  }

  /** The entry that these fields describe. */
  CatalogEntry entry(
      String id,
      String edition,
      String section,
      String pattern,
      List<CatalogEntry.Source> sources) {
    return new CatalogEntry(
        id,
        edition,
        section,
        kind,
        direction,
        clouds,
        pattern,
        ports,
        purpose,
        features,
        conditions,
        required,
        serviceTag,
        alternatives,
        sources,
        note);
  }

  private static Optional<Value> some(Value value) {
    return value.isPresent() ? Optional.of(value) : Optional.empty();
  }

  private static List<PortUse> ports(Value value) {
    return value.items().stream()
        .flatMap(item -> item.parse(PortSpelling.EXPECTED, PortSpelling::parse).stream())
        .toList();
  }

  private static List<String> words(Value value, List<String> known) {
    return value.items().stream().flatMap(item -> item.word(known).stream()).toList();
  }

  private static List<Alternative> alternatives(Value value) {
    return value.maps().stream()
        .map(
            map -> {
              Alternative alternative =
                  new Alternative(
                      map.value("pattern").required().text().orElse(""),
                      map.value("reason").required().text().orElse(""),
                      map.value("probe").bool().orElse(false));
              map.finish();
              return alternative;
            })
        .toList();
  }
}
