// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import io.amlreach.config.yaml.MapReader;
import io.amlreach.config.yaml.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Labels that every series has; they may not take the name of one that series have anyway. */
final class ExternalLabels {
  /** As Prometheus has them; two underscores in front are its own. */
  private static final Pattern NAME = Pattern.compile("(?!__)[A-Za-z_][A-Za-z0-9_]{0,99}");

  private static final Set<String> TAKEN =
      Set.of(
          "workspace",
          "host",
          "port",
          "protocol",
          "stage",
          "cause",
          "level",
          "state",
          "feature",
          "kind",
          "edition",
          "version",
          "view",
          "receiver",
          "result",
          "area",
          "id",
          "gc",
          "action",
          "le",
          "quantile",
          "job",
          "instance");

  private ExternalLabels() {}

  static Map<String, String> read(MapReader labels) {
    Map<String, String> read = new LinkedHashMap<>();
    for (String name : labels.keys()) {
      Value value = labels.value(name);
      if (!NAME.matcher(name).matches() || TAKEN.contains(name)) {
        value.refuse("a label under a name of letters, digits and _ that no series has itself");
      } else {
        value.text().ifPresent(text -> read.put(name, text));
      }
    }
    return read;
  }
}
