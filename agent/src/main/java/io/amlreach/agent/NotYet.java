// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.config.Settings;
import io.amlreach.config.SettingsListing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Settings that are understood and not used yet: who gives one must not believe that they are. */
final class NotYet {
  private static final Set<String> SECTIONS = Set.of("schedule", "web", "state");

  private NotYet() {}

  /** A line for each section or key that was given, with where it was given first. */
  static List<String> notes(Settings settings) {
    Map<String, String> given = new LinkedHashMap<>();
    for (SettingsListing.Line line : SettingsListing.of(settings)) {
      if (line.origin().equals("default") || line.value().equals("none")) {
        continue;
      }
      String section = line.key().substring(0, line.key().indexOf('.'));
      if (SECTIONS.contains(section)) {
        given.putIfAbsent(section, line.origin());
      }
    }
    return given.entrySet().stream()
        .map(one -> one.getKey() + " (" + one.getValue() + ") is not used by this version yet")
        .toList();
  }
}
