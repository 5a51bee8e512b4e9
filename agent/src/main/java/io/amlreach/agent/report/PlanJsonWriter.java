// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.catalog.Plan;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** For programs: {@code amlreach-plan-1.schema.json} beside this class describes it. */
public final class PlanJsonWriter implements PlanWriter {
  /** Within one number, fields are added and never renamed. */
  static final String SCHEMA = "amlreach-plan/1";

  @Override
  public void write(Plan plan, Writer out) throws IOException {
    Json.document(out, json -> plan(plan, json));
  }

  private static void plan(Plan plan, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("schema", SCHEMA);
    json.writeStringProperty("edition", plan.edition());
    json.writeNumberProperty("targets", plan.targets().size());
    Json.strings(json, "notes", plan.notes());
    json.writeName("needs").writeStartArray();
    for (Need need : plan.needs()) {
      need(json, need);
    }
    json.writeEndArray();
    json.writeName("notApplicable").writeStartArray();
    for (Plan.NotApplicable left : plan.notApplicable()) {
      json.writeStartObject();
      json.writeStringProperty("workspace", left.workspace());
      json.writeStringProperty("row", left.entry().id());
      json.writeStringProperty("section", left.entry().section());
      json.writeStringProperty("pattern", left.entry().pattern());
      json.writeStringProperty("reason", left.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void need(JsonGenerator json, Need need) {
    json.writeStartObject();
    json.writeStringProperty("disposition", word(need.disposition()));
    json.writeStringProperty("reason", need.reason());
    NeedJson.fields(json, need);
    json.writeBooleanProperty("publicAuthority", need.publicAuthority());
    CatalogEntry entry = need.entry();
    if (entry != null && entry.note() != null) {
      json.writeStringProperty("note", entry.note());
    }
    NeedJson.sources(json, need.sources());
    json.writeEndObject();
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
