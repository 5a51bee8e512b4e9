// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.Settings;
import io.amlreach.config.Workspace;
import io.amlreach.config.yaml.NearMiss;
import io.amlreach.config.yaml.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what a workspace says that does not fit the catalog in use. */
final class WorkspaceCheck {
  private final Settings settings;
  private final Catalog catalog;
  private final Problems problems;
  private final Set<String> patterns = new LinkedHashSet<>();

  WorkspaceCheck(Settings settings, Catalog catalog, Problems problems) {
    this.settings = settings;
    this.catalog = catalog;
    this.problems = problems;
    for (CatalogEntry entry : catalog.entries()) {
      patterns.add(entry.pattern());
      entry.alternatives().forEach(alternative -> patterns.add(alternative.pattern()));
    }
  }

  void check() {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < settings.workspaces().size(); i++) {
      Workspace workspace = settings.workspaces().get(i);
      String key = "workspaces[" + i + "]";
      if (!names.add(workspace.name())) {
        add(key + ".name", "expected a name of its own, found \"" + workspace.name() + "\" again");
      }
      features(workspace, key + ".features");
      samples(workspace, key + ".samples");
      values(workspace, key);
    }
  }

  private void features(Workspace workspace, String key) {
    List<String> known = new ArrayList<>(catalog.featureNames());
    known.add(Applicability.ALL);
    for (String feature : workspace.features()) {
      if (!known.contains(feature)) {
        add(
            key,
            "unknown feature \""
                + feature
                + "\""
                + NearMiss.of(feature, known)
                    .map(near -> " (did you mean \"" + near + "\"?)")
                    .orElse(" (known: " + String.join(", ", known) + ")"));
      }
    }
  }

  private void samples(Workspace workspace, String key) {
    for (Map.Entry<String, List<String>> samples : workspace.samples().entrySet()) {
      String pattern = samples.getKey();
      if (!patterns.contains(pattern)) {
        add(
            key,
            "expected a pattern of edition "
                + catalog.edition()
                + ", found \""
                + pattern
                + "\""
                + NearMiss.hint(pattern, patterns));
        continue;
      }
      for (String host : samples.getValue()) {
        if (HostName.of(host).filter(name -> HostPattern.covers(pattern, name)).isEmpty()) {
          add(key, "expected a host that " + pattern + " covers, found \"" + host + "\"");
        }
      }
    }
  }

  /** A value that makes no host name would otherwise be looked up and blamed on the network. */
  private void values(Workspace workspace, String key) {
    for (Placeholder placeholder : Placeholder.values()) {
      for (String value : placeholder.values(workspace)) {
        boolean label = placeholder != Placeholder.NOTEBOOK_HOST;
        if (HostName.of(value).isEmpty() || (label && value.contains("."))) {
          String expected = label ? "a name that can be part of a host name" : "a host name";
          add(key + "." + placeholder.key(), "expected " + expected + ", found \"" + value + "\"");
        }
      }
    }
  }

  private void add(String key, String text) {
    problems.add(settings.origins().getOrDefault(key, "settings"), key, text);
  }
}
