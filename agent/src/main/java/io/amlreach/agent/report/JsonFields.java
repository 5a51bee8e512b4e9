// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One JSON object in memory, asked for its fields. Fields that nobody asks for do not matter; one
 * that is there and of another kind is a fault of the file.
 */
final class JsonFields {
  /** Characters of a value that is told. */
  private static final int MOST_SHOWN = 80;

  private final Map<String, Object> values;
  private final String path;
  private final int line;

  private JsonFields(Map<String, Object> values, String path, int line) {
    this.values = values;
    this.path = path;
    this.line = line;
  }

  /** The file is not what it should be. */
  static final class Unfit extends Exception {
    private final int line;
    private final String path;
    private final String text;

    Unfit(int line, String path, String expectedAndFound) {
      super(expectedAndFound);
      this.line = line;
      this.path = path;
      this.text = expectedAndFound;
    }

    /** From 1. */
    int line() {
      return line;
    }

    /** The field, dotted; empty for the whole file. */
    String path() {
      return path;
    }

    /** What was expected, and what was found. */
    String text() {
      return text;
    }
  }

  /** Reads the object that the parser stands on, and leaves the parser at its end. */
  static JsonFields read(JsonParser json, String path) throws Unfit {
    int line = json.currentTokenLocation().getLineNr();
    Object value = value(json);
    if (value instanceof Map<?, ?>) {
      return new JsonFields(map(value), path, line);
    }
    throw new Unfit(line, path, "expected an object, found " + found(value));
  }

  /** Empty when it is not there. */
  String text(String name) throws Unfit {
    return get(name, String.class, "text").orElse("");
  }

  String requiredText(String name) throws Unfit {
    return get(name, String.class, "text").orElseThrow(() -> unfit(name, "text", null));
  }

  /** 0 when it is not there. */
  int number(String name) throws Unfit {
    Number number = get(name, Number.class, "a number").orElse(0);
    return number.intValue();
  }

  boolean bool(String name, boolean otherwise) throws Unfit {
    return get(name, Boolean.class, "true or false").orElse(otherwise);
  }

  /** Null when it is not there. */
  @Nullable Instant instant(String name) throws Unfit {
    String text = text(name);
    try {
      return text.isEmpty() ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw unfit(name, "a time such as 2026-11-22T00:00:00Z", text);
    }
  }

  /** Empty when it is not there. */
  List<String> texts(String name) throws Unfit {
    List<String> texts = new ArrayList<>();
    for (Object item : get(name, List.class, "a list").orElse(List.of())) {
      if (!(item instanceof String text)) {
        throw unfit(name, "a list of texts", item);
      }
      texts.add(text);
    }
    return texts;
  }

  /** One without fields when it is not there. */
  JsonFields object(String name) throws Unfit {
    Object value = get(name, Map.class, "an object").orElse(Map.of());
    return new JsonFields(map(value), path(name), line);
  }

  /** Empty when it is not there. */
  List<JsonFields> objects(String name) throws Unfit {
    List<JsonFields> objects = new ArrayList<>();
    for (Object item : get(name, List.class, "a list").orElse(List.of())) {
      if (!(item instanceof Map)) {
        throw unfit(name, "a list of objects", item);
      }
      objects.add(new JsonFields(map(item), path(name), line));
    }
    return objects;
  }

  Unfit unfit(String name, String expected, @Nullable Object value) {
    return new Unfit(line, path(name), "expected " + expected + ", found " + found(value));
  }

  private <T> Optional<T> get(String name, Class<T> type, String expected) throws Unfit {
    Object value = values.get(name);
    if (value != null && !type.isInstance(value)) {
      throw unfit(name, expected, value);
    }
    return Optional.ofNullable(type.cast(value));
  }

  private String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** A field that is null is as good as none. */
  private static @Nullable Object value(JsonParser json) {
    return switch (json.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
          String name = json.currentName();
          json.nextToken();
          Object field = value(json);
          if (field != null) {
            fields.put(name, field);
          }
        }
        yield fields;
      }
      case START_ARRAY -> {
        List<@Nullable Object> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(json));
        }
        yield items;
      }
      case VALUE_STRING -> json.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getNumberValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  @SuppressWarnings("unchecked") // made by value() above
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  private static String found(@Nullable Object value) {
    if (value == null) {
      return "nothing";
    }
    if (value instanceof List) {
      return "a list";
    }
    if (value instanceof String text) {
      return "\"" + Printable.of(text, MOST_SHOWN) + "\"";
    }
    return value instanceof Map ? "an object" : value.toString();
  }
}
