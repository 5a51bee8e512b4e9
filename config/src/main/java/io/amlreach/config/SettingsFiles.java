// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import io.amlreach.config.yaml.Value;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns texts into paths. A relative path in such a file starts at the directory of that file,
 * since a service has another working directory than its operator; one in a flag starts at the
 * working directory.
 */
final class SettingsFiles {
  private final @Nullable Path settings;
  private final String name;

  private SettingsFiles(@Nullable Path settings, String name) {
    this.settings = settings;
    this.name = name;
  }

  /** Of the settings file; null when there is none. */
  static SettingsFiles of(@Nullable Path settings) {
    return new SettingsFiles(settings, "settings file");
  }

  /** Of the web configuration file. */
  static SettingsFiles ofWeb(Path file) {
    return new SettingsFiles(file, "web configuration file");
  }

  /** A file that exists and may be read; else empty, with a problem unless absent. */
  Optional<Path> readable(Value value) {
    Optional<Located> located = locate(value, "a file");
    String fault = located.map(Located::fault).orElse("");
    if (!fault.isEmpty()) {
      value.refuse("a file that can be read", " (" + fault + ")");
      return Optional.empty();
    }
    return located.map(Located::path);
  }

  /** A directory, which need not exist yet; else empty, with a problem unless absent. */
  Optional<Path> directory(Value value) {
    Optional<Path> path = locate(value, "a directory").map(Located::path);
    if (path.filter(found -> Files.exists(found) && !Files.isDirectory(found)).isPresent()) {
      value.refuse("a directory", " (a file)");
      return Optional.empty();
    }
    return path;
  }

  private Optional<Located> locate(Value value, String expected) {
    Path settingsOfValue =
        settings != null && value.origin().startsWith(settings + ":") ? settings : null;
    return value.parse(
        expected, text -> text.isBlank() ? Optional.empty() : located(text, settingsOfValue));
  }

  private Optional<Located> located(String text, @Nullable Path beside) {
    try {
      Path path = Path.of(text);
      return Optional.of(
          beside == null || path.isAbsolute()
              ? new Located(path, "")
              : new Located(beside.resolveSibling(path), " beside the " + name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private record Located(Path path, String start) {

    String fault() {
      if (Files.notExists(path)) {
        return "no such file" + start;
      }
      if (Files.isDirectory(path)) {
        return "a directory";
      }
      return Files.isReadable(path) ? "" : "permission denied";
    }
  }
}
