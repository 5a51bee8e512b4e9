// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes what others have put together of maps, lists, strings and whole numbers. */
public final class JsonTree {
  private JsonTree() {}

  /** One indented document of plain ASCII. */
  public static void write(Map<String, ?> tree, Writer out) throws IOException {
    Json.document(out, json -> value(json, tree));
  }

  private static void value(JsonGenerator json, Object value) {
    if (value instanceof Map<?, ?> fields) {
      json.writeStartObject();
      fields.forEach(
          (name, field) -> {
            json.writeName((String) name);
            value(json, field);
          });
      json.writeEndObject();
    } else if (value instanceof List<?> items) {
      json.writeStartArray();
      items.forEach(item -> value(json, item));
      json.writeEndArray();
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else {
      json.writeString((String) value);
    }
  }
}
