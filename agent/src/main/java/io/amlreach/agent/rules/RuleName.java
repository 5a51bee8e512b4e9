// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes names that every device takes, each once. */
final class RuleName {
  /** Azure takes 80 characters for a rule of a network security group. */
  private static final int MAX = 76;

  private final Set<String> taken = new HashSet<>();

  /**
   * A name that is not taken yet.
   *
   * @param detail added when the name alone is taken
   */
  String of(String text, String detail) {
    String name = slug(text);
    if (!taken.add(name)) {
      String longer = slug(text + "-" + detail);
      name = longer;
      for (int i = 2; !taken.add(name); i++) {
        name = longer + "-" + i;
      }
    }
    return name;
  }

  static String slug(String text) {
    String slug =
        text.toLowerCase(Locale.ROOT)
            .codePoints()
            .map(c -> c < 128 && Character.isLetterOrDigit(c) ? c : '-')
            .mapToObj(Character::toString)
            .collect(Collectors.joining())
            .replaceAll("-+", "-")
            .replaceAll("^-|-$", "");
    if (slug.isEmpty()) {
      return "rule";
    }
    return slug.length() <= MAX ? slug : slug.substring(0, MAX).replaceAll("-$", "");
  }
}
