// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    assertThat(shown.origins())
        .allSatisfy(
            (key, origin) -> {
              if (!key.startsWith("workspaces[1]") && !key.endsWith(".notebookHost")) {
                assertThat(origin).as(key).isNotEqualTo("default");
              }
            });
    assertThat(shown)
        .usingRecursiveComparison()
        .ignoringFields("workspaces", "origins")
        .isEqualTo(new Given().read());
  }

  private static Path example(Cloud cloud) {
    return DIRECTORY.resolve("amlreach-" + cloud.word() + ".yaml");
  }
}
