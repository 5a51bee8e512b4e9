// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What counts as a host name: LDH labels, underscores too, 63 a label and 253 in all. */
final class HostName {
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(?!$)|$)){4}");
  private static final int MAX = 253;
  private static final int LABEL_MAX = 63;

  private HostName() {}

  /**
   * The name as it is looked up: lower case, ASCII, without a trailing dot. An IPv4 address is let
   * through, a name that ends in a number and is none is not.
   */
  static Optional<String> of(String text) {
    return ascii(text)
        .map(name -> name.endsWith(".") ? name.substring(0, name.length() - 1) : name)
        .filter(HostName::valid)
        .map(name -> name.toLowerCase(Locale.ROOT));
  }

  private static Optional<String> ascii(String text) {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return Optional.of(text);
    }
    try {
      return Optional.of(IDN.toASCII(text, IDN.ALLOW_UNASSIGNED));
    } catch (IllegalArgumentException ignored) { // not a name in any script
      return Optional.empty();
    }
  }

  private static boolean valid(String name) {
    if (name.isEmpty() || name.length() > MAX) {
      return false;
    }
    String last = name.substring(name.lastIndexOf('.') + 1);
    if (!last.isEmpty() && last.chars().allMatch(Character::isDigit)) {
      return IPV4.matcher(name).matches();
    }
    int start = 0;
    while (start <= name.length()) {
      int dot = name.indexOf('.', start);
      int end = dot < 0 ? name.length() : dot;
      if (!label(name, start, end)) {
        return false;
      }
      start = end + 1;
    }
    return true;
  }

  private static boolean label(String name, int start, int end) {
    if (end == start || end - start > LABEL_MAX) {
      return false;
    }
    if (name.charAt(start) == '-' || name.charAt(end - 1) == '-') {
      return false;
    }
    return name.substring(start, end).chars().allMatch(HostName::allowed);
  }

  private static boolean allowed(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }
}
