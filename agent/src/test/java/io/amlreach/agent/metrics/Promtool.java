// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.prometheus.metrics.model.snapshots.PrometheusNaming;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text format as strictly as promtool does; the end-to-end suite asks promtool itself.
 */
final class Promtool {
  private static final Pattern SERIES =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{((?:[a-zA-Z_][a-zA-Z0-9_]*="
              + "\"(?:[^\"\\\\\\n]|\\\\[\"\\\\n])*\",?)*)\\})? (\\S+)");

  private final Map<String, String> types = new HashMap<>();
  private final Map<String, String> helps = new HashMap<>();
  private final Map<String, Double> series = new HashMap<>();

  /** Throws when a line is not of the format, a series is there twice or a family is unnamed. */
  static Promtool read(String text) {
    Promtool read = new Promtool();
    Set<String> over = new HashSet<>();
    String family = "";
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("# HELP ")) {
        String[] words = line.split(" ", 4);
        read.helps.put(words[2], words[3]);
      } else if (line.startsWith("# TYPE ")) {
        String[] words = line.split(" ", 4);
        family = words[2];
        if (!over.add(family)) {
          throw new AssertionError("twice: " + line);
        }
        read.types.put(family, words[3]);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        read.add(line, family);
      }
    }
    return read;
  }

  private void add(String line, String family) {
    Matcher parts = SERIES.matcher(line);
    if (!parts.matches()) {
      throw new AssertionError("not of the format: " + line);
    }
    if (!parts.group(1).startsWith(family) || !PrometheusNaming.isValidMetricName(family)) {
      throw new AssertionError("of no family: " + line);
    }
    String key = parts.group(3) == null ? parts.group(1) : parts.group(1) + parts.group(2);
    if (series.put(key, Double.valueOf(parts.group(4).replace("+Inf", "Infinity"))) != null) {
      throw new AssertionError("twice: " + line);
    }
  }

  Map<String, String> types() {
    return types;
  }

  Map<String, String> helps() {
    return helps;
  }

  Map<String, Double> series() {
    return series;
  }
}
