// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.report.JsonFields.Unfit;
import io.amlreach.agent.state.Condition;
import io.amlreach.agent.state.Entry;
import io.amlreach.agent.state.Remembered;
import io.amlreach.agent.state.Transition;
import io.amlreach.agent.verdict.Level;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads lines that {@link JournalJson} wrote, in this version or another. */
public final class JournalReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JournalReader() {}

  /**
   * The entry that a line holds.
   *
   * @param line whatever a file holds between two ends of lines
   * @return empty when it is damaged, or of a kind that this version does not know
   */
  public static Optional<Entry> read(String line) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      JsonFields fields = JsonFields.read(json, "");
      return json.nextToken() == null ? entry(fields) : Optional.empty();
    } catch (Unfit | JacksonException ignored) {
      return Optional.empty();
    }
  }

  private static Optional<Entry> entry(JsonFields fields) throws Unfit {
    Instant at = requiredInstant(fields, "at");
    Entry entry =
        switch (fields.requiredText("kind")) {
          case JournalJson.STARTED -> new Entry.Started(at, fields.text("version"));
          case JournalJson.STOPPED -> new Entry.Stopped(at);
          case JournalJson.RELOADED -> new Entry.Reloaded(at, fields.texts("problems"));
          case JournalJson.VIEWED ->
              new Entry.Viewed(at, fields.requiredText("view"), fields.text("detail"));
          case JournalJson.CHANGED -> changed(at, fields);
          case JournalJson.CHECKPOINT -> checkpoint(at, fields);
          default -> null;
        };
    return Optional.ofNullable(entry);
  }

  private static Entry changed(Instant at, JsonFields fields) throws Unfit {
    JsonFields from = fields.object("from");
    return new Entry.Changed(
        new Transition(
            at,
            fields.requiredText("need"),
            fields.text("subject"),
            fields.text("workspace"),
            from.text("level").isEmpty() ? null : condition(from),
            condition(fields.object("to")),
            requiredInstant(fields, "since"),
            fields.text("evidence")),
        fields.instant("lastPass"));
  }

  /** A need of a level or cause that only another version knows is left out: it is seen anew. */
  private static @Nullable Entry checkpoint(Instant at, JsonFields fields) throws Unfit {
    if (!fields.requiredText("schema").equals(JournalJson.SCHEMA)) {
      return null;
    }
    List<Remembered> needs = new ArrayList<>();
    for (JsonFields need : fields.objects("needs")) {
      try {
        needs.add(remembered(need));
      } catch (Unfit ignored) {
        // as said above
      }
    }
    return new Entry.Checkpoint(at, needs);
  }

  private static Remembered remembered(JsonFields need) throws Unfit {
    return new Remembered(
        need.requiredText("need"),
        need.text("subject"),
        need.text("workspace"),
        condition(need),
        requiredInstant(need, "since"),
        need.instant("lastPass"));
  }

  private static Condition condition(JsonFields fields) throws Unfit {
    String level = fields.requiredText("level");
    String stage = fields.text("stage");
    String cause = fields.requiredText("cause");
    return new Condition(
        Arrays.stream(Level.values())
            .filter(one -> one.word().equals(level))
            .findFirst()
            .orElseThrow(() -> fields.unfit("level", "a level", level)),
        stage.isEmpty()
            ? null
            : Arrays.stream(Stage.values())
                .filter(one -> one.word().equals(stage))
                .findFirst()
                .orElseThrow(() -> fields.unfit("stage", "a stage", stage)),
        Cause.ofWord(cause).orElseThrow(() -> fields.unfit("cause", "a cause", cause)));
  }

  private static Instant requiredInstant(JsonFields fields, String name) throws Unfit {
    Instant instant = fields.instant(name);
    if (instant == null) {
      throw fields.unfit(name, "a time", null);
    }
    return instant;
  }
}
