// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import java.util.Locale;

/**
 * Makes text from the network safe to show: what could move a cursor, change a colour, start a new
 * line or turn the direction of writing is shown as its code, such as {@code \x1b} or {@code
 * \u202e}.
 */
public final class Printable {
  private Printable() {}

  public static String of(String text) {
    if (ascii(text) || text.codePoints().allMatch(Printable::harmless)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (harmless(point)) {
                shown.appendCodePoint(point);
              } else {
                shown.append(
                    String.format(Locale.ROOT, point < 256 ? "\\x%02x" : "\\u%04x", point));
              }
            });
    return shown.toString();
  }

  /** The same, cut to a length in characters. */
  public static String of(String text, int limit) {
    String shown = of(text);
    return shown.length() <= limit ? shown : shown.substring(0, limit - 3) + "...";
  }

  /** What nearly all text is; a page of hundreds of rows asks for it tens of thousands of times. */
  private static boolean ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean harmless(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
