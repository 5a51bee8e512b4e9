// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.markdown;

import io.amlreach.agent.report.Printable;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Text as Markdown that means nothing but itself, also where a ticket system turns {@code @name},
 * {@code #12} or {@code www.} into links and messages: whatever is not a plain word is code.
 */
final class Md {
  private static final String INSIDE_WORDS = ",:;'()/%-";

  private Md() {}

  /**
   * One piece of code on one line. A span of backticks is read as it is everywhere, unless the text
   * itself has backticks or, in a table, pipes; then references to characters stand for them.
   */
  static String code(String raw) {
    String text = Printable.of(raw);
    if (text.isBlank()) {
      return "";
    }
    if (text.indexOf('`') < 0 && text.indexOf('|') < 0) {
      return '`' + text + '`';
    }
    StringBuilder escaped = new StringBuilder("<code>");
    text.codePoints()
        .forEach(
            point -> {
              if (point == ' ' || Character.isLetterOrDigit(point)) {
                escaped.appendCodePoint(point);
              } else {
                escaped.append("&#").append(point).append(';');
              }
            });
    return escaped.append("</code>").toString();
  }

  /** Several of them, separated by blanks. */
  static String codes(Collection<String> texts) {
    return texts.stream().map(Md::code).collect(Collectors.joining(" "));
  }

  /** A sentence; names and the like in it become code. */
  static String prose(String raw) {
    StringBuilder text = new StringBuilder();
    for (String word : Printable.of(raw).strip().split(" +", -1)) {
      text.append(text.isEmpty() ? "" : " ").append(word(word));
    }
    return text.toString();
  }

  /** With a line for each row; every cell is Markdown already. */
  static String table(List<String> head, List<List<String>> rows) {
    StringBuilder table = new StringBuilder(line(head));
    table.append(line(head.stream().map(title -> "---").toList()));
    rows.forEach(row -> table.append(line(row)));
    return table.append('\n').toString();
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  /** Punctuation around a word is left out of the code. */
  private static String word(String word) {
    if (plain(word)) {
      return word;
    }
    int start = word.startsWith("(") ? 1 : 0;
    int end = word.length();
    while (end > start + 1 && ".,:;)".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    String inner = word.substring(start, end);
    return word.substring(0, start) + (plain(inner) ? inner : code(inner)) + word.substring(end);
  }

  private static boolean plain(String word) {
    if (word.isEmpty()) {
      return true;
    }
    if (word.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return true;
    }
    return Character.isLetter(word.codePointAt(0))
        && word.codePoints().allMatch(Md::insideWords)
        && !word.contains("://")
        && !word.startsWith("www.");
  }

  private static boolean insideWords(int point) {
    return Character.isLetterOrDigit(point) || INSIDE_WORDS.indexOf(point) >= 0;
  }
}
