// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Target;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What a plan and a report say alike about a need; fields into an object that is open. */
final class NeedJson {
  private NeedJson() {}

  static void fields(JsonGenerator json, Need need) {
    json.writeStringProperty("id", need.id());
    json.writeStringProperty("workspace", need.workspace());
    Target target = need.target();
    String host = target == null ? need.host() : target.host();
    if (host != null) {
      json.writeStringProperty("host", host);
    }
    if (target != null) {
      json.writeNumberProperty("port", target.port());
      json.writeStringProperty("protocol", target.protocol().word());
    } else if (need.port() > 0) {
      json.writeNumberProperty("port", need.port());
    }
    json.writeStringProperty("pattern", need.pattern());
    Json.strings(json, "features", need.features());
    json.writeBooleanProperty("required", need.required());
    json.writeStringProperty("expectedAddress", need.expected().word());
    json.writeStringProperty("purpose", need.purpose());
    CatalogEntry entry = need.entry();
    if (entry != null) {
      json.writeStringProperty("row", entry.id());
      json.writeStringProperty("section", entry.section());
      json.writeStringProperty("kind", PlanJsonWriter.word(entry.kind()));
      json.writeStringProperty("direction", PlanJsonWriter.word(entry.direction()));
      Json.strings(json, "ports", entry.ports().stream().map(PortText::of).toList());
      if (entry.serviceTag() != null) {
        json.writeStringProperty("serviceTag", entry.serviceTag());
      }
    }
    if (!need.standIn().isEmpty()) {
      json.writeStringProperty("standIn", need.standIn());
    }
  }

  static void sources(JsonGenerator json, List<CatalogEntry.Source> sources) {
    json.writeName("sources").writeStartArray();
    for (CatalogEntry.Source source : sources) {
      json.writeStartObject();
      json.writeStringProperty("document", source.document());
      json.writeStringProperty("date", source.date());
      json.writeStringProperty("section", source.section());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
