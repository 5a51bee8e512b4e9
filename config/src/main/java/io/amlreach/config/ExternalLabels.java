// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import io.amlreach.config.yaml.MapReader;
import io.amlreach.config.yaml.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Labels that every series has; they may not take the name of one that series have anyway. */
final class ExternalLabels {
  /** As Prometheus has them; two underscores in front are its own. */
  static final Pattern NAME = Pattern.compile("(?!__)[A-Za-z_][A-Za-z0-9_]{0,99}");

  static final Set<String> TAKEN =
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
          "quantile");

  /** Of the target that is scraped, or of the group that is pushed; another's would be renamed. */
  static final Set<String> OF_TARGET = Set.of("job", "instance");

  private ExternalLabels() {}

  static Map<String, String> read(MapReader labels) {
    Map<String, String> read = new LinkedHashMap<>();
    for (String name : labels.keys()) {
      Value value = labels.value(name);
      if (TAKEN.contains(name)) {
        value.refuseName("a name that no series has as a label itself, such as site", name);
      } else if (OF_TARGET.contains(name)) {
        value.refuseName(
            "a name that Prometheus and the Pushgateway do not set themselves, such as site", name);
      } else if (!NAME.matcher(name).matches()) {
        value.refuseName(
            "a name of 1 to 100 letters, digits and _ that begins with a letter or one _,"
                + " such as site",
            name);
      } else {
        value
            .parse(
                "a text that is not empty, such as hub",
                text -> text.isBlank() ? Optional.empty() : Optional.of(text))
            .ifPresent(text -> read.put(name, text));
      }
    }
    return read;
  }
}
