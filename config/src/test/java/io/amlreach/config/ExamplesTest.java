// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.config.catalog.Catalog;
import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.catalog.CatalogReader;
import io.amlreach.config.catalog.Expander;
import io.amlreach.config.catalog.Waiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
  private static final Path DIRECTORY = Path.of("examples");

  static List<Path> examples() {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files.filter(file -> file.getFileName().toString().startsWith("amlreach-")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource(Cloud.class)
  void there_is_one_for_each_cloud(Cloud cloud) throws Exception {
    Settings settings = new Given().file(example(cloud)).read();

    assertThat(settings.workspaces().get(0).cloud()).isEqualTo(cloud);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void each_tells_editors_where_its_schema_is(Path file) throws IOException {
    String first = Files.readAllLines(file).get(0);

    assertThat(first).startsWith("# yaml-language-server: $schema=");
    assertThat(file.resolveSibling(first.substring(first.indexOf('=') + 1))).isRegularFile();
  }

  @Test
  void the_full_one_shows_every_key_and_the_defaults() throws Exception {
    Settings shown = new Given().file(example(Cloud.PUBLIC)).read();

    Set<String> keys = new TreeSet<>();
    Set<String> given = new TreeSet<>();
    shown
        .origins()
        .forEach(
            (key, origin) -> {
              String anywhere = key.replaceAll("[0-9]", "");
              keys.add(anywhere);
              if (!origin.equals("default")) {
                given.add(anywhere);
              }
            });
    assertThat(given).isEqualTo(keys);
    assertThat(shown)
        .usingRecursiveComparison()
        .ignoringFields("workspaces", "origins")
        .isEqualTo(new Given().read().withEdition(CatalogReader.editions().get(0).name()));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void each_becomes_a_plan(Path file) throws Exception {
    Settings settings = new Given().file(file).read();

    assertThat(Expander.expand(settings, CatalogReader.read(settings.catalog())).targets())
        .isNotEmpty();
  }

  @Test
  void the_overlay_fits_the_newest_edition() throws Exception {
    Path overlay = DIRECTORY.resolve("overlay.yaml");
    Settings settings = new Given().flag(SettingOption.OVERLAY, overlay.toString()).read();

    Catalog catalog = CatalogReader.read(settings.catalog());

    assertThat(catalog.entries())
        .extracting(CatalogEntry::id)
        .contains("contoso-package-mirror", "contoso-license-server");
    assertThat(catalog.waivers()).extracting(Waiver::row).containsExactly("pypi.org");
  }

  private static Path example(Cloud cloud) {
    return DIRECTORY.resolve("amlreach-" + cloud.word() + ".yaml");
  }
}
