// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

/** Breaks running text at blanks so that it fits a page of {@value #WIDTH} columns. */
final class Paragraph {
  static final int WIDTH = 100;

  private Paragraph() {}

  /** The text after {@code first}, its further lines indented as far; ends with a line break. */
  static String of(String first, String text) {
    StringBuilder page = new StringBuilder(first);
    String indent = " ".repeat(first.length());
    int column = first.length();
    boolean fresh = true;
    for (String word : text.split(" ", -1)) {
      if (!fresh && column + 1 + word.length() > WIDTH) {
        page.append('\n').append(indent);
        column = indent.length();
        fresh = true;
      }
      if (!fresh) {
        page.append(' ');
        column++;
      }
      page.append(word);
      column += word.length();
      fresh = false;
    }
    return page.append('\n').toString();
  }
}
