// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import io.amlreach.config.yaml.NearMiss;
import io.amlreach.config.yaml.Problems;
import io.amlreach.config.yaml.YamlList;
import io.amlreach.config.yaml.YamlMap;
import io.amlreach.config.yaml.YamlNode;
import io.amlreach.config.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lays what flags, environment and a workspace description say over the workspaces of the file:
 * without workspaces there it is the one workspace; else it selects one by its name and overrides
 * its values.
 */
final class WorkspaceLayer {
  private static final String WORKSPACES = "workspaces";

  private final YamlMap layer;
  private final Problems problems;

  WorkspaceLayer(YamlMap layer, Problems problems) {
    this.layer = layer;
    this.problems = problems;
  }

  YamlMap over(YamlMap settings) {
    if (layer.entries().isEmpty()) {
      return settings;
    }
    Optional<YamlNode> listed = settings.get(WORKSPACES);
    if (listed.isEmpty() || isNothing(listed.get())) {
      return settings.with(WORKSPACES, new YamlList(layer.origin(), List.of(alone())));
    }
    if (!(listed.get() instanceof YamlList list)) {
      return settings; // a problem, told when the settings are taken out
    }
    List<YamlMap> workspaces = new ArrayList<>();
    list.items().forEach(item -> workspaces.add(item instanceof YamlMap map ? map : emptyAt(item)));
    return select(workspaces)
        .map(selected -> settings.with(WORKSPACES, new YamlList(list.origin(), List.of(selected))))
        .orElse(settings);
  }

  private static boolean isNothing(YamlNode node) {
    return node instanceof YamlList list
        ? list.items().isEmpty()
        : node instanceof YamlScalar scalar && scalar.isNull();
  }

  /**
   * A name is asked for only where a host is made of it: the notebook host, together with the id.
   */
  private YamlMap alone() {
    if (layer.get("name").isPresent()) {
      return layer;
    }
    layer
        .get("id")
        .ifPresent(
            id ->
                problems.add(
                    id.origin(),
                    "workspaces[0].name",
                    "is required with an id: the notebook host is made of both"));
    return new YamlMap(layer.origin(), layer.entries())
        .with("name", YamlScalar.plain("default", "default"));
  }

  private Optional<YamlMap> select(List<YamlMap> workspaces) {
    Optional<YamlNode> name = layer.get("name");
    if (name.isEmpty()) {
      if (workspaces.size() == 1) {
        return Optional.of(override(workspaces.get(0)));
      }
      problems.add(
          layer.origin(),
          WORKSPACES,
          "expected --workspace too, to say which of " + quoted(workspaces) + " is meant");
      return Optional.empty();
    }
    for (YamlMap workspace : workspaces) {
      if (nameOf(workspace).equalsIgnoreCase(text(name.get()))) {
        return Optional.of(override(workspace));
      }
    }
    List<String> known = workspaces.stream().map(WorkspaceLayer::nameOf).toList();
    problems.add(
        name.get().origin(),
        WORKSPACES,
        "expected one of "
            + quoted(workspaces)
            + ", found "
            + name.get().found()
            + NearMiss.hint(text(name.get()), known));
    return Optional.empty();
  }

  private YamlMap override(YamlMap workspace) {
    YamlMap changed = workspace;
    for (YamlMap.Entry entry : layer.entries()) {
      if (!entry.key().equals("name")) {
        changed = changed.with(entry.key(), entry.value());
      }
    }
    return changed;
  }

  private static String quoted(List<YamlMap> workspaces) {
    return workspaces.stream()
        .map(workspace -> workspace.get("name").map(YamlNode::found).orElse("one without a name"))
        .collect(Collectors.joining(", "));
  }

  private static String nameOf(YamlMap workspace) {
    return workspace.get("name").map(WorkspaceLayer::text).orElse("");
  }

  private static String text(YamlNode node) {
    return node instanceof YamlScalar scalar ? scalar.text() : "";
  }

  private static YamlMap emptyAt(YamlNode node) {
    return YamlMap.empty(node.origin());
  }
}
