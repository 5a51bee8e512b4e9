// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import io.amlreach.config.yaml.Problems;
import io.amlreach.config.yaml.ProblemsException;
import io.amlreach.config.yaml.YamlMap;
import io.amlreach.config.yaml.YamlNode;
import io.amlreach.config.yaml.YamlReader;
import io.amlreach.config.yaml.YamlScalar;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings: flags before environment before the description of a workspace before the file
 * before defaults. All that is said is laid over the file first and checked afterwards, so that a
 * flag is held to the same rules as a line of the file.
 */
public final class SettingsReader {
  /** No settings file has them, and somebody who gives the wrong file is not helped by each. */
  private static final Set<String> KEYS_OF_OVERLAY =
      Set.of("sections", "changes", "waivers", "standIns");

  private final Vocabulary vocabulary;

  public SettingsReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * Reads everything that is given.
   *
   * @throws ProblemsException with all that is wrong
   */
  public Settings read(SettingsSources sources) throws ProblemsException {
    Problems problems = new Problems();
    Settings settings = read(sources, problems);
    problems.throwIfAny();
    return settings;
  }

  /**
   * Reads everything that is given, for somebody who looks for problems elsewhere, too.
   *
   * @param problems gets all that is wrong
   * @return complete, with the default in the place of each value that is wrong: if there are
   *     problems, to be looked at and not to be used
   */
  public Settings read(SettingsSources sources, Problems problems) {
    Map<String, String> environment = sources.environment();
    GivenOptions.refuseUnknownVariables(environment, vocabulary.variables(), problems);
    Path file = named(sources.file(), environment, GivenOptions.CONFIG_VARIABLE, problems);
    if (file == null && Files.exists(sources.usualFile())) {
      file = sources.usualFile();
    }
    Path json =
        named(sources.workspaceJson(), environment, GivenOptions.WORKSPACE_JSON_VARIABLE, problems);
    YamlMap merged =
        merge(
            file == null ? YamlMap.empty("default") : map(file, problems),
            json == null ? YamlMap.empty("default") : WorkspaceJson.read(json, problems),
            GivenOptions.of(sources),
            problems);
    return new SettingsBinder(
            vocabulary,
            SettingsFiles.of(file),
            environment.getOrDefault(ProxyPassword.VARIABLE, ""))
        .bind(merged, problems);
  }

  private static @Nullable Path named(
      @Nullable Path flag, Map<String, String> environment, String variable, Problems problems) {
    String value = environment.getOrDefault(variable, "");
    if (flag != null || value.isEmpty()) {
      return flag;
    }
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      problems.add("environment " + variable, "", "expected a path");
      return null;
    }
  }

  private static YamlMap map(Path file, Problems problems) {
    YamlNode root = YamlReader.read(file, problems);
    if (root instanceof YamlMap map) {
      if (KEYS_OF_OVERLAY.stream().allMatch(key -> map.get(key).isEmpty())) {
        return map;
      }
      problems.add(
          root.origin(), "", "this is a catalog overlay: amlreach catalog lint --overlay " + file);
      return YamlMap.empty(file.toString());
    }
    if (root != null) {
      problems.add(root.origin(), "", "expected a mapping, found " + root.found());
    }
    return YamlMap.empty(file.toString());
  }

  private static YamlMap merge(
      YamlMap file, YamlMap workspace, Map<SettingOption, YamlNode> given, Problems problems) {
    YamlMap settings = file;
    YamlMap layer = workspace;
    for (Map.Entry<SettingOption, YamlNode> entry : given.entrySet()) {
      SettingOption option = entry.getKey();
      if (option.ofWorkspace()) {
        YamlMap base = layer.entries().isEmpty() ? YamlMap.empty(entry.getValue().origin()) : layer;
        layer = base.with(option.key(), entry.getValue());
      } else {
        settings = set(settings, option.key(), entry.getValue());
      }
    }
    return new WorkspaceLayer(layer, problems).over(settings);
  }

  /** Sets {@code section.key}; a section that is no map stays, to be told as a problem. */
  private static YamlMap set(YamlMap settings, String dotted, YamlNode value) {
    String section = dotted.substring(0, dotted.indexOf('.'));
    String key = dotted.substring(dotted.indexOf('.') + 1);
    YamlNode node = settings.get(section).orElseGet(() -> YamlMap.empty(value.origin()));
    if (node instanceof YamlMap map) {
      return settings.with(section, map.with(key, value));
    }
    boolean isNull = node instanceof YamlScalar scalar && scalar.isNull();
    return isNull
        ? settings.with(section, YamlMap.empty(value.origin()).with(key, value))
        : settings;
  }
}
