// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import java.util.List;
import java.util.Map;

/** The words and the layout of the Bicep language. */
final class Bicep {
  private static final String INDENT = "  ";

  private Bicep() {}

  /** A string literal; Bicep escapes a quote, a backslash and the start of an interpolation. */
  static String text(String value) {
    StringBuilder quoted = new StringBuilder("'");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> quoted.append("\\\\");
        case '\'' -> quoted.append("\\'");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '$' -> quoted.append(value.startsWith("${", i) ? "\\$" : "$");
        default -> quoted.append(c);
      }
    }
    return quoted.append('\'').toString();
  }

  /** A value; whatever follows its first line is indented below {@code depth} levels. */
  static String value(Node node, int depth) {
    if (node instanceof Node.Text text) {
      return text(text.value());
    } else if (node instanceof Node.Whole number) {
      return Integer.toString(number.value());
    } else if (node instanceof Node.Parameter parameter) {
      return parameter.name();
    } else if (node instanceof Node.Items items) {
      return list(items.values(), depth);
    } else if (node instanceof Node.Fields fields) {
      return object(fields.values(), depth);
    }
    throw new IllegalStateException("nobody writes " + node);
  }

  private static String list(List<Node> values, int depth) {
    StringBuilder text = new StringBuilder("[\n");
    for (Node value : values) {
      text.append(INDENT.repeat(depth + 1)).append(value(value, depth + 1)).append('\n');
    }
    return text.append(INDENT.repeat(depth)).append(']').toString();
  }

  private static String object(Map<String, Node> fields, int depth) {
    StringBuilder text = new StringBuilder("{\n");
    fields.forEach(
        (name, value) -> {
          text.append(INDENT.repeat(depth + 1)).append(name).append(": ");
          text.append(value(value, depth + 1)).append('\n');
        });
    return text.append(INDENT.repeat(depth)).append('}').toString();
  }
}
