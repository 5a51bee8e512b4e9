// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.state.Standing;
import io.amlreach.agent.truth.TruthRow;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** For programs: {@code amlreach-report-1.schema.json} beside this class describes it. */
public final class JsonWriter implements ReportWriter {
  /** Within one number, fields are added and never renamed. */
  static final String SCHEMA = "amlreach-report/1";

  private final Map<String, Standing> standings;
  private final String remark;

  /** For one check. */
  public JsonWriter() {
    this(Map.of(), "");
  }

  /**
   * For the last sweep of a daemon.
   *
   * @param standings how each need stands over time, by its id
   * @param remark what a reader must know first, as a note; empty when there is nothing
   */
  public JsonWriter(Map<String, Standing> standings, String remark) {
    this.standings = Map.copyOf(standings);
    this.remark = remark;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    Json.document(out, json -> report(report, json));
  }

  private void report(Report report, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("schema", SCHEMA);
    json.writeName("agent").writeStartObject();
    json.writeStringProperty("version", report.version());
    json.writeEndObject();
    json.writeName("catalog").writeStartObject();
    json.writeStringProperty("edition", report.edition());
    json.writeNumberProperty("rows", report.rows());
    json.writeEndObject();
    json.writeStringProperty("startedAt", report.startedAt().toString());
    json.writeNumberProperty("durationMs", report.duration().toMillis());
    json.writeStringProperty("ending", report.ending().word());
    json.writeName("host").writeStartObject();
    json.writeStringProperty("name", report.host().name());
    Json.strings(json, "resolvers", report.host().resolvers());
    if (!report.host().proxy().isEmpty()) {
      json.writeStringProperty("proxy", report.host().proxy());
    }
    json.writeEndObject();
    json.writeName("summary").writeStartObject();
    for (Map.Entry<Level, Integer> count : report.summary().entrySet()) {
      json.writeNumberProperty(count.getKey().word(), count.getValue());
    }
    json.writeEndObject();
    Json.strings(json, "notes", notes(report));
    Instant baseline = report.history().baseline();
    if (baseline != null) {
      json.writeName("baseline").writeStartObject();
      json.writeStringProperty("startedAt", baseline.toString());
      json.writeEndObject();
    }
    FindingJson.findings(json, report.findings());
    FindingJson.features(json, report.features());
    json.writeName("privateNames").writeStartArray();
    for (TruthRow row : report.truth().rows()) {
      TruthJson.write(json, row);
    }
    json.writeEndArray();
    json.writeName("verdicts").writeStartArray();
    for (Verdict verdict : report.verdicts()) {
      VerdictJson.write(json, verdict, report.history(), standings.get(verdict.need().id()));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** With why levels and what alerts go by differ, where they do. */
  private List<String> notes(Report report) {
    List<String> notes = new ArrayList<>(report.notes());
    if (!remark.isEmpty()) {
      notes.add(0, remark);
    }
    String pending = Pending.of(standings.values());
    if (!pending.isEmpty()) {
      notes.add("this report is of the last sweep alone; for alerts, " + pending + ": see settled");
    }
    return notes;
  }
}
