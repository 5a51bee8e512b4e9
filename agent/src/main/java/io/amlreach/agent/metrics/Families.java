// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.amlreach.config.Settings;
import java.util.List;
import java.util.stream.Stream;

/** The table of all families that are drawn from a snapshot; whatever tells metrics goes by it. */
final class Families {
  static final List<Family> ALL =
      Stream.of(EachTarget.FAMILIES, Whole.FAMILIES, Running.FAMILIES)
          .flatMap(List::stream)
          .toList();

  private Families() {}

  /** Those that a daemon with these settings tells. */
  static List<Family> ofDaemon(Settings.Metrics settings) {
    return ALL.stream()
        .filter(family -> settings.perTarget() || !family.occasion().perTarget())
        .toList();
  }

  /** Those that a single check with these settings tells. */
  static List<Family> ofCheck(Settings.Metrics settings) {
    return ofDaemon(settings).stream().filter(family -> !family.occasion().daemonOnly()).toList();
  }
}
