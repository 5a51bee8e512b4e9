// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

/**
 * Breaks running text at blanks so that it fits a page.
 *
 * @param width of the page in columns
 */
record Page(int width) {
  /** The text after {@code first}, its further lines indented as far; ends with a line break. */
  String of(String first, String text) {
    StringBuilder page = new StringBuilder(first);
    String indent = " ".repeat(first.length());
    int column = first.length();
    int gap = 0;
    for (String word : text.split(" ", -1)) {
      if (word.isEmpty()) {
        gap++; // two blanks keep things apart that belong on one line
        continue;
      }
      if (column > indent.length() && column + gap + word.length() > width) {
        page.append('\n').append(indent);
        column = indent.length();
      } else {
        page.append(" ".repeat(gap));
        column += gap;
      }
      page.append(word);
      column += word.length();
      gap = 1;
    }
    return page.append('\n').toString();
  }
}
