// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file in the directory is refused with the words in the text file beside it. */
class InvalidSettingsTest {
  static final Path DIRECTORY = Path.of("src/test/resources/invalid");

  static List<Path> files() {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void is_refused_with_these_words(Path file) throws IOException {
    Path words = Path.of(file.toString().replace(".yaml", ".txt"));
    String name = file.getFileName().toString();

    List<String> problems =
        new Given()
            .file(file).problems().stream()
                .map(problem -> problem.replace(file.toString(), name))
                .toList();

    assertThat(problems).isNotEmpty().containsExactlyElementsOf(Files.readAllLines(words));
  }
}
