// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.stored.Change;
import io.amlreach.agent.stored.Comparison;
import io.amlreach.agent.stored.StoredReport;
import io.amlreach.agent.verdict.Level;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;

/**
 * JSON lines: an object for each change, with the fields that a change in {@code amlreach diff} has
 * and the time {@code at} before them, and the last report as one more line.
 */
public final class TransitionsJson implements Transitions {
  @Override
  public void first(StoredReport report, Writer out) throws IOException {
    line(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("at", report.startedAt().toString());
          json.writeStringProperty("change", "first");
          for (Level level : Level.values()) {
            long count = report.verdicts().stream().filter(one -> one.level() == level).count();
            json.writeNumberProperty(level.word(), count);
          }
          json.writeEndObject();
        });
  }

  @Override
  public void next(Comparison comparison, Writer out) throws IOException {
    for (Change change : comparison.changes()) {
      if (change.worthALine()) {
        line(
            out,
            json -> {
              json.writeStartObject();
              json.writeStringProperty("at", comparison.after().startedAt().toString());
              DiffJsonWriter.fields(json, change);
              json.writeEndObject();
            });
      }
    }
  }

  @Override
  public void last(Report report, ReportWriter writer, Writer out) throws IOException {
    StringWriter document = new StringWriter();
    writer.write(report, document);
    out.write(joined(document.toString()));
  }

  private static void line(Writer out, Json.Content content) throws IOException {
    StringWriter document = new StringWriter();
    Json.document(document, content);
    out.write(joined(document.toString()));
  }

  /** Line breaks stand between tokens only: within text they are escapes. */
  private static String joined(String document) {
    StringBuilder line = new StringBuilder();
    document.lines().forEach(part -> line.append(part.strip()).append(part.isBlank() ? "" : " "));
    return line.toString().strip() + "\n";
  }
}
