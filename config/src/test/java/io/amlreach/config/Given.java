// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import io.amlreach.config.yaml.Problem;
import io.amlreach.config.yaml.ProblemsException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a test gives to the reader, step by step, and what comes of it. */
final class Given {
  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          () -> List.of("2026-03", "2021-11", "2020-04"),
          () ->
              List.of(
                  "studio",
                  "notebooks",
                  "compute-instance",
                  "compute-cluster",
                  "docker-images",
                  "key-vault",
                  "python"),
          Set.of("AMLREACH_JAVA_OPTS"));

  private final Map<SettingOption, List<String>> flags = new EnumMap<>(SettingOption.class);
  private final Map<String, String> environment = new HashMap<>(Map.of("PATH", "/usr/bin"));
  private @Nullable Path file;
  private @Nullable Path json;
  private Path usual = Path.of("no-such-directory", "amlreach.yaml");

  Given file(Path path) {
    file = path;
    return this;
  }

  Given usualFile(Path path) {
    usual = path;
    return this;
  }

  Given workspaceJson(Path path) {
    json = path;
    return this;
  }

  Given flag(SettingOption option, String... values) {
    flags.put(option, List.of(values));
    return this;
  }

  Given variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Settings read() throws ProblemsException {
    return new SettingsReader(VOCABULARY)
        .read(new SettingsSources(file, usual, json, flags, environment));
  }

  /** The problems as they are told; none when everything is in order. */
  List<String> problems() {
    try {
      read();
      return List.of();
    } catch (ProblemsException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }
}
