// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import java.util.List;
import java.util.Locale;

/**
 * What a family of series is called and means.
 *
 * @param name as it is told in text, with the prefix, the unit and the suffix of its type
 * @param help one sentence; it must say something, or tools call the family undocumented
 * @param labels of each series, before those of the operator
 */
record Described(String name, Type type, String help, List<String> labels) {
  /** What every name of ours begins with. */
  static final String PREFIX = "amlreach_";

  Described {
    labels = List.copyOf(labels);
  }

  /** What kind of value it has. */
  enum Type {
    GAUGE,
    COUNTER,
    INFO,
    HISTOGRAM;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Described gauge(String name, String help, String... labels) {
    return new Described(PREFIX + name, Type.GAUGE, help, List.of(labels));
  }

  static Described counter(String name, String help, String... labels) {
    return new Described(PREFIX + name + "_total", Type.COUNTER, help, List.of(labels));
  }

  static Described info(String name, String help, String... labels) {
    return new Described(PREFIX + name + "_info", Type.INFO, help, List.of(labels));
  }

  static Described histogram(String name, String help, String... labels) {
    return new Described(PREFIX + name, Type.HISTOGRAM, help, List.of(labels));
  }

  boolean inSeconds() {
    return name.endsWith("_seconds");
  }
}
