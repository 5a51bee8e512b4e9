// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where settings are to be read from, weakest last: flags, environment, the description of a
 * workspace, the settings file, defaults.
 *
 * @param file the settings file that was asked for; null when none was
 * @param usualFile read when no other file is named and it exists
 * @param workspaceJson what {@code az ml workspace show} or the ARM REST API printed; null when not
 *     given
 * @param flags the values of each flag that was given, in order; an empty list for a switch without
 *     a value
 * @param environment the whole environment; only names that start with AMLREACH_ matter
 */
public record SettingsSources(
    @Nullable Path file,
    Path usualFile,
    @Nullable Path workspaceJson,
    Map<SettingOption, List<String>> flags,
    Map<String, String> environment) {
  public SettingsSources {
    Map<SettingOption, List<String>> copy = new EnumMap<>(SettingOption.class);
    copy.putAll(flags);
    flags = Collections.unmodifiableMap(copy);
    environment = Map.copyOf(environment);
  }

  /** Whether there is a settings file among them, be it only the usual one. */
  public boolean nameFile() {
    return file != null
        || !environment.getOrDefault(GivenOptions.CONFIG_VARIABLE, "").isEmpty()
        || Files.exists(usualFile);
  }

  /**
   * The files among them, whether or not they are there: the settings file and the description of a
   * workspace.
   */
  public List<Path> files() {
    Path settings = named(file, GivenOptions.CONFIG_VARIABLE);
    Path json = named(workspaceJson, GivenOptions.WORKSPACE_JSON_VARIABLE);
    return json == null
        ? List.of(settings == null ? usualFile : settings)
        : List.of(settings == null ? usualFile : settings, json);
  }

  private @Nullable Path named(@Nullable Path flag, String variable) {
    String value = environment.getOrDefault(variable, "");
    try {
      return flag != null || value.isEmpty() ? flag : Path.of(value);
    } catch (InvalidPathException e) {
      return null; // told as a problem by who reads it
    }
  }
}
