// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.Collection;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Writes one indented document of plain ASCII: whatever else text from the network holds becomes an
 * escape, so that it can be shown as it is and still be read back unchanged.
 */
final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private Json() {}

  /** What is written into the document. */
  @FunctionalInterface
  interface Content {
    void write(JsonGenerator json);
  }

  static void document(Writer out, Content content) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(new Indented(), out)) {
      content.write(json);
    } catch (JacksonException e) {
      if (e.getCause() instanceof IOException disk) {
        throw disk;
      }
      throw e;
    }
    out.write('\n');
  }

  /** The same on one line, without its end. */
  static String line(Content content) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      content.write(json);
    }
    return out.toString();
  }

  static void strings(JsonGenerator json, String name, Collection<String> values) {
    json.writeName(name).writeStartArray();
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  /** Milliseconds with a resolution of one microsecond. */
  static void millis(JsonGenerator json, Duration duration) {
    json.writeNumberProperty("ms", Math.round(duration.toNanos() / 1e3) / 1e3);
  }

  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter();
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
