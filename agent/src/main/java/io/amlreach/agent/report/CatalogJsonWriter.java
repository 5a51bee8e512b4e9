// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.config.Cloud;
import io.amlreach.config.catalog.CatalogEntry;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** For programs: the rows with everything that the catalog knows of them. */
public final class CatalogJsonWriter implements CatalogWriter {
  @Override
  public void write(String edition, List<CatalogEntry> entries, Writer out) throws IOException {
    Json.document(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("schema", "amlreach-catalog/1");
          json.writeStringProperty("edition", edition);
          json.writeName("rows").writeStartArray();
          entries.forEach(entry -> row(json, entry));
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void row(JsonGenerator json, CatalogEntry entry) {
    json.writeStartObject();
    json.writeStringProperty("id", entry.id());
    json.writeStringProperty("section", entry.section());
    json.writeStringProperty("kind", PlanJsonWriter.word(entry.kind()));
    json.writeStringProperty("direction", PlanJsonWriter.word(entry.direction()));
    Json.strings(json, "clouds", entry.clouds().stream().sorted().map(Cloud::word).toList());
    json.writeStringProperty("pattern", entry.pattern());
    Json.strings(json, "ports", entry.ports().stream().map(PortText::of).distinct().toList());
    json.writeStringProperty("purpose", entry.purpose());
    Json.strings(json, "features", entry.features());
    Json.strings(
        json, "conditions", entry.conditions().stream().map(PlanJsonWriter::word).toList());
    json.writeBooleanProperty("required", entry.required());
    if (entry.serviceTag() != null) {
      json.writeStringProperty("serviceTag", entry.serviceTag());
    }
    Json.strings(
        json,
        "alternatives",
        entry.alternatives().stream().map(CatalogEntry.Alternative::pattern).toList());
    if (entry.note() != null) {
      json.writeStringProperty("note", entry.note());
    }
    NeedJson.sources(json, entry.sources());
    json.writeEndObject();
  }
}
