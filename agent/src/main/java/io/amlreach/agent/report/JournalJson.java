// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.state.Condition;
import io.amlreach.agent.state.Entry;
import io.amlreach.agent.state.Remembered;
import io.amlreach.agent.state.Sighting;
import io.amlreach.agent.state.Transition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Journal entries as JSON lines, which {@code amlreach-journal-1.schema.json} beside this class
 * describes.
 */
public final class JournalJson {
  /** Within one number, fields and kinds are added and never renamed. */
  static final String SCHEMA = "amlreach-journal/1";

  static final String STARTED = "started";
  static final String STOPPED = "stopped";
  static final String RELOADED = "reloaded";
  static final String VIEWED = "vantage";
  static final String CHANGED = "changed";
  static final String CHECKPOINT = "checkpoint";

  private JournalJson() {}

  /** One line of plain ASCII without its end. */
  public static String line(Entry entry) {
    return Json.line(
        json -> {
          json.writeStartObject();
          fields(json, entry);
          json.writeEndObject();
        });
  }

  /** A checkpoint that says how fresh it is, for who reads a journal from outside. */
  static String line(List<Remembered> needs, Sighting sighting) {
    return Json.line(
        json -> {
          json.writeStartObject();
          checkpoint(json, new Entry.Checkpoint(sighting.at(), needs));
          json.writeStringProperty("daemon", sighting.daemon().word());
          json.writeEndObject();
        });
  }

  private static void fields(JsonGenerator json, Entry entry) {
    if (entry instanceof Entry.Started started) {
      head(json, STARTED, entry);
      json.writeStringProperty("version", started.version());
    } else if (entry instanceof Entry.Stopped) {
      head(json, STOPPED, entry);
    } else if (entry instanceof Entry.Reloaded reloaded) {
      head(json, RELOADED, entry);
      Json.strings(json, "problems", reloaded.problems());
    } else if (entry instanceof Entry.Viewed viewed) {
      head(json, VIEWED, entry);
      json.writeStringProperty("view", viewed.view());
      json.writeStringProperty("detail", viewed.detail());
    } else if (entry instanceof Entry.Changed changed) {
      head(json, CHANGED, entry);
      changed(json, changed.transition(), changed.lastPass());
    } else if (entry instanceof Entry.Checkpoint checkpoint) {
      checkpoint(json, checkpoint);
    }
  }

  private static void checkpoint(JsonGenerator json, Entry.Checkpoint checkpoint) {
    head(json, CHECKPOINT, checkpoint);
    json.writeStringProperty("schema", SCHEMA);
    json.writeName("needs").writeStartArray();
    checkpoint.needs().forEach(need -> need(json, need));
    json.writeEndArray();
  }

  private static void head(JsonGenerator json, String kind, Entry entry) {
    json.writeStringProperty("kind", kind);
    json.writeStringProperty("at", entry.at().toString());
  }

  private static void changed(JsonGenerator json, Transition of, @Nullable Instant lastPass) {
    json.writeStringProperty("need", of.need());
    json.writeStringProperty("subject", of.subject());
    json.writeStringProperty("workspace", of.workspace());
    if (of.from() != null) {
      json.writeName("from").writeStartObject();
      condition(json, of.from());
      json.writeEndObject();
    }
    json.writeName("to").writeStartObject();
    condition(json, of.to());
    json.writeEndObject();
    times(json, of.since(), lastPass);
    json.writeStringProperty("evidence", of.evidence());
  }

  private static void need(JsonGenerator json, Remembered need) {
    json.writeStartObject();
    json.writeStringProperty("need", need.need());
    if (!need.subject().isEmpty()) {
      json.writeStringProperty("subject", need.subject());
      json.writeStringProperty("workspace", need.workspace());
    }
    condition(json, need.settled());
    times(json, need.since(), need.lastPass());
    json.writeEndObject();
  }

  private static void condition(JsonGenerator json, Condition condition) {
    json.writeStringProperty("level", condition.level().word());
    if (condition.stage() != null) {
      json.writeStringProperty("stage", condition.stage().word());
    }
    json.writeStringProperty("cause", condition.cause().word());
  }

  private static void times(JsonGenerator json, Instant since, @Nullable Instant lastPass) {
    json.writeStringProperty("since", since.toString());
    if (lastPass != null) {
      json.writeStringProperty("lastPass", lastPass.toString());
    }
  }
}
