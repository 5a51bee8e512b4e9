// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import io.amlreach.config.yaml.Value;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns texts into paths. A relative path in the settings file starts at the directory of that
 * file, since a service has another working directory than its operator; one in a flag starts at
 * the working directory.
 */
final class SettingsFiles {
  private final @Nullable Path settings;

  SettingsFiles(@Nullable Path settings) {
    this.settings = settings;
  }

  /** A file that exists and may be read; else empty, with a problem unless absent. */
  Optional<Path> readable(Value value) {
    return value.parse(
        "a file that can be read",
        text -> path(value, text).filter(Files::isRegularFile).filter(Files::isReadable));
  }

  /** A directory, which need not exist yet. */
  Optional<Path> directory(Value value) {
    return value.parse(
        "a directory",
        text -> path(value, text).filter(path -> Files.notExists(path) || Files.isDirectory(path)));
  }

  private Optional<Path> path(Value value, String text) {
    try {
      Path path = Path.of(text);
      boolean inFile = settings != null && value.origin().startsWith(settings + ":");
      return text.isBlank()
          ? Optional.empty()
          : Optional.of(inFile && settings != null ? settings.resolveSibling(path) : path);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
