// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Terraform's language in the layout of {@code terraform fmt}: two spaces a level, the equals signs
 * of neighbouring one-line attributes below each other, lists of several values a line each.
 */
final class Hcl {
  private static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder();
  private final List<String[]> neighbours = new ArrayList<>();
  private int depth;

  /** A quoted string; a dollar or percent sign before a brace would start a template. */
  static String text(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> quoted.append("\\\\");
        case '"' -> quoted.append("\\\"");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '$', '%' -> quoted.append(value.startsWith("{", i + 1) ? "" + c + c : "" + c);
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  Hcl open(String header) {
    flush();
    boolean afterSibling = depth == 0 && !text.isEmpty();
    line((afterSibling ? "\n" : "") + INDENT.repeat(depth) + header + " {");
    depth++;
    return this;
  }

  Hcl close() {
    flush();
    depth--;
    line(INDENT.repeat(depth) + "}");
    return this;
  }

  /** An attribute whose value is an expression. */
  Hcl put(String name, String expression) {
    neighbours.add(new String[] {name, expression});
    return this;
  }

  Hcl putText(String name, String value) {
    return put(name, text(value));
  }

  /** A list, on one line when it has one value. */
  Hcl putTexts(String name, List<String> values) {
    if (values.size() == 1) {
      return put(name, "[" + text(values.get(0)) + "]");
    }
    flush();
    line(INDENT.repeat(depth) + name + " = [");
    values.forEach(value -> line(INDENT.repeat(depth + 1) + text(value) + ","));
    line(INDENT.repeat(depth) + "]");
    return this;
  }

  /** A list on one line, however long, as default values and ports are written. */
  Hcl putShort(String name, List<String> values) {
    return put(name, values.stream().map(Hcl::text).collect(Collectors.joining(", ", "[", "]")));
  }

  /** Lines of comment, each with its sign. */
  Hcl comment(String lines) {
    flush();
    text.append(lines);
    return this;
  }

  private void flush() {
    int widest = neighbours.stream().mapToInt(pair -> pair[0].length()).max().orElse(0);
    for (String[] pair : neighbours) {
      String gap = " ".repeat(widest - pair[0].length());
      line(INDENT.repeat(depth) + pair[0] + gap + " = " + pair[1]);
    }
    neighbours.clear();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
