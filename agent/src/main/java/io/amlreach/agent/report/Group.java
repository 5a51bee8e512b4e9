// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of one level that failed at the same stage for the same cause: one thing to mend. */
record Group(@Nullable Stage stage, Cause cause, List<Row> rows) {

  /** The groups of one level, the largest first. */
  static List<Group> of(Report report, Level level) {
    Map<Key, List<Verdict>> found = new LinkedHashMap<>();
    for (Verdict verdict : report.verdicts()) {
      if (verdict.level() == level) {
        Key key = new Key(verdict.stage(), verdict.cause());
        found.computeIfAbsent(key, fresh -> new ArrayList<>()).add(verdict);
      }
    }
    return found.entrySet().stream()
        .map(
            entry ->
                new Group(entry.getKey().stage, entry.getKey().cause, Row.of(entry.getValue())))
        .sorted(Comparator.comparingInt((Group group) -> group.rows.size()).reversed())
        .toList();
  }

  private record Key(@Nullable Stage stage, Cause cause) {}
}
