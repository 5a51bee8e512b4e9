// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amlreach.config.yaml.ProblemsException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of invalid-catalog is refused with the messages that stand beside it, all at once. */
class InvalidCatalogTest {
  static Stream<Path> files() throws IOException, URISyntaxException {
    Path directory =
        Path.of(
            Objects.requireNonNull(InvalidCatalogTest.class.getResource("invalid-catalog"))
                .toURI());
    try (Stream<Path> all = Files.list(directory)) {
      List<Path> files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
      assertThat(files).hasSizeGreaterThan(10);
      return files.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isRefusedWithEveryProblemAtOnce(Path file) throws IOException {
    String name = file.getFileName().toString();
    List<String> expected = Files.readAllLines(file.resolveSibling(name.replace(".yaml", ".txt")));

    assertThatThrownBy(() -> CatalogReader.read(Contoso.catalog("2026-03", file)))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            e ->
                assertThat(e.problems().stream().map(Object::toString))
                    .map(problem -> problem.replace(file.toString(), name))
                    .containsExactlyElementsOf(expected));
  }

  @Test
  void anUnknownEditionNamesTheKnownOnes() {
    assertThatThrownBy(() -> CatalogReader.read(Contoso.catalog("2026-3")))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Object::toString)
                    .containsExactly(
                        "settings  catalog.edition: expected one of 2026-03, 2021-11, 2020-04,"
                            + " found \"2026-3\" (did you mean \"2026-03\"?)"));
  }

  @Test
  void aMissingOverlayIsAProblemOfItsOwn() {
    assertThatThrownBy(
            () -> CatalogReader.read(Contoso.catalog("2026-03", Path.of("no-such-overlay.yaml"))))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Object::toString)
                    .containsExactly("no-such-overlay.yaml  no such file"));
  }
}
