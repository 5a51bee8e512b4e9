// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.stored.Change;
import io.amlreach.agent.stored.Comparison;
import io.amlreach.agent.stored.StoredFinding;
import io.amlreach.agent.stored.StoredNeed;
import io.amlreach.agent.stored.StoredReport;
import io.amlreach.agent.stored.StoredVerdict;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** For programs: {@code amlreach-diff-1.schema.json} beside this class describes it. */
public final class DiffJsonWriter implements DiffWriter {
  private static final String SCHEMA = "amlreach-diff/1";

  @Override
  public void write(Comparison comparison, Writer out) throws IOException {
    Json.document(out, json -> comparison(comparison, json));
  }

  private static void comparison(Comparison comparison, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("schema", SCHEMA);
    side(json, "old", comparison.before());
    side(json, "new", comparison.after());
    Json.strings(json, "differences", comparison.differences());
    json.writeName("summary").writeStartObject();
    for (Change.Kind kind : Change.Kind.values()) {
      json.writeNumberProperty(kind.word(), comparison.changes(kind).size());
    }
    json.writeEndObject();
    findings(json, "newFindings", comparison.newFindings());
    findings(json, "goneFindings", comparison.goneFindings());
    json.writeName("changes").writeStartArray();
    for (Change change : comparison.changes()) {
      if (change.kind() != Change.Kind.SAME) {
        json.writeStartObject();
        fields(json, change);
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void side(JsonGenerator json, String name, StoredReport report) {
    json.writeName(name).writeStartObject();
    json.writeStringProperty("version", report.version());
    json.writeStringProperty("edition", report.edition());
    json.writeStringProperty("startedAt", report.startedAt().toString());
    json.writeStringProperty("ending", report.ending());
    json.writeStringProperty("host", report.host());
    Json.strings(json, "resolvers", report.resolvers());
    json.writeEndObject();
  }

  private static void findings(JsonGenerator json, String name, List<StoredFinding> findings) {
    json.writeName(name).writeStartArray();
    for (StoredFinding finding : findings) {
      json.writeStartObject();
      json.writeStringProperty("id", finding.id());
      json.writeStringProperty("kind", finding.kind());
      json.writeStringProperty("title", finding.title());
      json.writeStringProperty("confidence", finding.confidence());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Into an object that is open. */
  static void fields(JsonGenerator json, Change change) {
    StoredNeed need = change.latest().need();
    json.writeStringProperty("change", change.kind().word());
    json.writeStringProperty("id", need.id());
    json.writeStringProperty("workspace", need.workspace());
    if (!need.host().isEmpty()) {
      json.writeStringProperty("host", need.host());
    }
    if (need.port() > 0) {
      json.writeNumberProperty("port", need.port());
    }
    if (!need.protocol().isEmpty()) {
      json.writeStringProperty("protocol", need.protocol());
    }
    json.writeStringProperty("pattern", need.pattern());
    state(json, "old", change.before());
    state(json, "new", change.after());
  }

  private static void state(JsonGenerator json, String name, @Nullable StoredVerdict verdict) {
    if (verdict == null) {
      return;
    }
    json.writeName(name).writeStartObject();
    json.writeStringProperty("level", verdict.level().word());
    if (!verdict.stage().isEmpty()) {
      json.writeStringProperty("stage", verdict.stage());
    }
    json.writeStringProperty("cause", verdict.cause());
    json.writeStringProperty("detail", verdict.detail());
    Json.strings(json, "aliases", verdict.aliases());
    Json.strings(json, "addresses", verdict.addresses());
    json.writeEndObject();
  }
}
