// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.Settings;
import io.amlreach.config.yaml.IdRegister;
import io.amlreach.config.yaml.MapReader;
import io.amlreach.config.yaml.NearMiss;
import io.amlreach.config.yaml.Problems;
import io.amlreach.config.yaml.ProblemsException;
import io.amlreach.config.yaml.YamlNode;
import io.amlreach.config.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one edition of the catalog and what the operator lays over it. */
public final class CatalogReader {
  private CatalogReader() {}

  /** All editions; the first is the default. */
  public static List<Edition> editions() {
    Problems problems = new Problems();
    List<Edition> editions = new ArrayList<>();
    MapReader file = resource("index.yaml", problems);
    for (MapReader map : file.value("editions").required().maps()) {
      editions.add(
          new Edition(
              map.value("edition").required().text().orElse(""),
              map.value("title").required().text().orElse("")));
      map.finish();
    }
    if (editions.isEmpty() || !problems.isEmpty()) {
      throw new IllegalStateException("catalog index: " + problems.list());
    }
    return List.copyOf(editions);
  }

  /** What a user would miss: the closed list that rows and settings name. */
  public static List<Feature> features() {
    Problems problems = new Problems();
    List<Feature> features = FeatureReader.read(resource("features.yaml", problems));
    if (features.isEmpty() || !problems.isEmpty()) {
      throw new IllegalStateException("features: " + problems.list());
    }
    return List.copyOf(features);
  }

  /** Where the records of private endpoints live. */
  static List<PrivateZone> privateZones() {
    Problems problems = new Problems();
    List<PrivateZone> zones = PrivateZoneReader.read(resource("private-zones.yaml", problems));
    if (!problems.isEmpty()) {
      throw new IllegalStateException("private zones: " + problems.list());
    }
    return zones;
  }

  /**
   * The catalog that the settings name.
   *
   * @throws ProblemsException with all that is wrong in the overlays, or about the edition
   */
  public static Catalog read(Settings.Catalog settings) throws ProblemsException {
    Problems problems = new Problems();
    Optional<Edition> edition = edition(settings.edition(), problems);
    problems.throwIfAny();
    return read(edition.orElseThrow(), settings.overlays(), problems);
  }

  private static Optional<Edition> edition(@Nullable String name, Problems problems) {
    List<Edition> editions = editions();
    if (name == null) {
      return Optional.of(editions.get(0));
    }
    List<String> names = editions.stream().map(Edition::name).toList();
    Optional<Edition> edition =
        editions.stream().filter(known -> known.name().equals(name)).findFirst();
    if (edition.isEmpty()) {
      problems.add(
          "settings",
          "catalog.edition",
          "expected one of "
              + String.join(", ", names)
              + ", found \""
              + name
              + "\""
              + NearMiss.hint(name, names));
    }
    return edition;
  }

  private static Catalog read(Edition edition, List<Path> overlays, Problems problems)
      throws ProblemsException {
    List<Feature> features = features();
    List<String> names = features.stream().map(Feature::name).toList();
    List<StandIn> standIns = new StandInReader(names).read(resource("stand-ins.yaml", problems));
    IdRegister ids = new IdRegister();
    MapReader file = resource(edition.name() + ".yaml", problems);
    file.value("edition").required().word(List.of(edition.name()));
    List<CatalogEntry> entries = new SectionReader(edition.name(), names, ids, standIns).read(file);
    file.finish();
    Catalog catalog =
        new Catalog(edition.name(), edition.title(), entries, standIns, features, List.of());
    OverlayReader reader = new OverlayReader(names, ids);
    for (Path overlay : overlays) {
      YamlNode root = YamlReader.read(overlay, problems);
      if (root != null) {
        catalog = reader.apply(MapReader.of(root, problems), catalog);
      }
    }
    problems.throwIfAny();
    return catalog;
  }

  private static MapReader resource(String name, Problems problems) {
    try (InputStream in = CatalogReader.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the catalog lacks " + name);
      }
      YamlNode root = YamlReader.read(name, in.readAllBytes(), problems);
      if (root == null) {
        throw new IllegalStateException("the catalog is broken: " + problems.list());
      }
      return MapReader.of(root, problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
