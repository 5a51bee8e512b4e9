// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.report.JsonFields.Unfit;
import io.amlreach.agent.stored.StoredFinding;
import io.amlreach.agent.stored.StoredNeed;
import io.amlreach.agent.stored.StoredVerdict;
import io.amlreach.agent.verdict.Level;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of a report as {@link NeedJson} and {@link VerdictJson} wrote them. */
final class StoredJson {
  private StoredJson() {}

  static StoredVerdict verdict(JsonFields fields) throws Unfit {
    return new StoredVerdict(
        need(fields),
        level(fields),
        fields.text("stage"),
        fields.requiredText("cause"),
        fields.text("detail"),
        fields.texts("aliases"),
        fields.texts("addresses"),
        fields.instant("since"));
  }

  static StoredFinding finding(JsonFields fields) throws Unfit {
    JsonFields remedy = fields.object("remedy");
    return new StoredFinding(
        fields.requiredText("id"),
        fields.text("kind"),
        fields.requiredText("title"),
        fields.text("confidence"),
        fields.texts("verdicts"),
        remedy.text("team"),
        remedy.text("text"),
        patterns(remedy),
        remedy.texts("ports"));
  }

  /** Version 1 named one pattern before it named all of them. */
  private static List<String> patterns(JsonFields remedy) throws Unfit {
    List<String> patterns = remedy.texts("patterns");
    String only = remedy.text("pattern");
    return patterns.isEmpty() && !only.isEmpty() ? List.of(only) : patterns;
  }

  private static StoredNeed need(JsonFields fields) throws Unfit {
    return new StoredNeed(
        fields.requiredText("id"),
        fields.text("workspace"),
        fields.text("row"),
        fields.text("kind"),
        fields.text("direction"),
        fields.texts("ports"),
        fields.text("host"),
        fields.number("port"),
        fields.text("protocol"),
        fields.requiredText("pattern"),
        fields.text("serviceTag"),
        fields.texts("features"),
        fields.bool("required", true));
  }

  private static Level level(JsonFields fields) throws Unfit {
    String word = fields.requiredText("level");
    for (Level level : Level.values()) {
      if (level.word().equals(word)) {
        return level;
      }
    }
    String known = Arrays.stream(Level.values()).map(Level::word).collect(Collectors.joining(", "));
    throw fields.unfit("level", "one of " + known, word);
  }
}
