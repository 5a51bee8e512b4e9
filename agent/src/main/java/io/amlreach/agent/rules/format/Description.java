// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import io.amlreach.agent.report.Printable;
import io.amlreach.agent.rules.Rule;

/** A rule in one line that fits into what Azure keeps with it. */
final class Description {
  /** Azure takes 140 characters for a rule of a network security group. */
  private static final int MAX = 140;

  private Description() {}

  static String of(Rule rule) {
    String text =
        Printable.of(rule.purposes().isEmpty() ? rule.name() : String.join("; ", rule.purposes()));
    String source = rule.documents().isEmpty() ? "" : " (" + rule.documents().get(0) + ")";
    int room = MAX - source.length();
    if (room < MAX / 2) {
      return cut(text, MAX);
    }
    return cut(text, room) + source;
  }

  private static String cut(String text, int room) {
    return text.length() <= room ? text : text.substring(0, room - 3).stripTrailing() + "...";
  }
}
