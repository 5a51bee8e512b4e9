// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

/** Foreign text made fit for a message: it may hold terminal escapes or be a megabyte long. */
final class Quotation {
  private static final int LONGEST = 80;

  private Quotation() {}

  static String of(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().limit(LONGEST).forEach(point -> append(quoted, point));
    if (text.codePointCount(0, text.length()) > LONGEST) {
      quoted.append("...");
    }
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int point) {
    switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          quoted.append(String.format("\\u%04x", point));
      default -> quoted.appendCodePoint(point);
    }
  }
}
