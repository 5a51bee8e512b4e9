// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the part of the Bicep language that the writer uses, by the published grammar: decorated
 * parameters, resources, objects and arrays of one value a line, strings with their escapes.
 * Anything else is an error.
 */
final class BicepReader {
  private final String text;
  private int at;

  private BicepReader(String text) {
    this.text = text;
  }

  /** Parameters by name (value "" when there is no default) and resources by symbol. */
  record File(Map<String, Object> parameters, Map<String, Resource> resources) {}

  /** The type with its version, and the fields. */
  record Resource(String type, boolean existing, Map<String, Object> fields) {}

  /** A name that stands for something else. */
  record Name(String name) {}

  static File read(String text) {
    BicepReader reader = new BicepReader(text);
    File file = new File(new LinkedHashMap<>(), new LinkedHashMap<>());
    for (reader.blank(); reader.at < text.length(); reader.blank()) {
      reader.declaration(file);
    }
    return file;
  }

  private void declaration(File file) {
    if (taken("@description(")) {
      string();
      expect(")");
      expect("\n");
    }
    String word = word();
    expect(" ");
    String name = word();
    expect(" ");
    if (word.equals("param")) {
      word();
      file.parameters().put(name, taken(" = ") ? value() : "");
    } else if (word.equals("resource")) {
      String type = string();
      expect(" ");
      boolean existing = taken("existing ");
      expect("= ");
      file.resources().put(name, new Resource(type, existing, object()));
    } else {
      throw wrong("param or resource");
    }
    expect("\n");
  }

  private Object value() {
    char c = text.charAt(at);
    if (c == '\'') {
      return string();
    } else if (c == '{') {
      return object();
    } else if (c == '[') {
      return array();
    } else if (Character.isDigit(c)) {
      return Integer.valueOf(word());
    }
    return new Name(word());
  }

  private Map<String, Object> object() {
    Map<String, Object> fields = new LinkedHashMap<>();
    expect("{");
    for (line(); !taken("}"); line()) {
      String name = word();
      expect(": ");
      if (fields.put(name, value()) != null) {
        throw wrong("each name once");
      }
    }
    return fields;
  }

  private List<Object> array() {
    List<Object> values = new ArrayList<>();
    expect("[");
    for (line(); !taken("]"); line()) {
      values.add(value());
    }
    return values;
  }

  private String string() {
    StringBuilder value = new StringBuilder();
    expect("'");
    while (!taken("'")) {
      if (taken("\\")) {
        char escaped = text.charAt(at++);
        switch (escaped) {
          case '\\', '\'', '$' -> value.append(escaped);
          case 'n' -> value.append('\n');
          case 'r' -> value.append('\r');
          case 't' -> value.append('\t');
          default -> throw wrong("an escape");
        }
      } else if (text.startsWith("${", at) || text.charAt(at) == '\n') {
        throw wrong("a string without interpolation on one line");
      } else {
        value.append(text.charAt(at++));
      }
    }
    return value.toString();
  }

  private String word() {
    int start = at;
    while (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_') {
      at++;
    }
    if (start == at) {
      throw wrong("a word");
    }
    return text.substring(start, at);
  }

  private void line() {
    expect("\n");
    while (taken(" ")) {
      continue;
    }
  }

  private void blank() {
    while (at < text.length() && (taken("\n") || text.startsWith("//", at))) {
      if (text.startsWith("//", at)) {
        at = text.indexOf('\n', at);
      }
    }
  }

  private boolean taken(String expected) {
    boolean there = text.startsWith(expected, at);
    at += there ? expected.length() : 0;
    return there;
  }

  private void expect(String expected) {
    if (!taken(expected)) {
      throw wrong("\"" + expected + "\"");
    }
  }

  private AssertionError wrong(String expected) {
    return new AssertionError(
        "expected " + expected + " at " + text.substring(at, Math.min(text.length(), at + 60)));
  }
}
