// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Remedy;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one level that failed at the same stage for the same cause and are mended alike.
 *
 * @param rows never empty
 */
record Group(@Nullable Stage stage, Cause cause, Remedy remedy, List<Row> rows) {

  /** The groups of one level, the largest first. */
  static List<Group> of(Report report, Level level) {
    Map<Key, List<Verdict>> found = new LinkedHashMap<>();
    for (Verdict verdict : report.verdicts()) {
      if (verdict.level() == level) {
        Key key = new Key(verdict.stage(), verdict.cause(), verdict.remedy());
        found.computeIfAbsent(key, fresh -> new ArrayList<>()).add(verdict);
      }
    }
    return found.entrySet().stream()
        .map(entry -> entry.getKey().group(Row.of(entry.getValue())))
        .sorted(Comparator.comparingInt((Group group) -> group.rows.size()).reversed())
        .toList();
  }

  /** How many verdicts there are in it, which is what the totals count. */
  int needs() {
    return rows.stream().mapToInt(row -> row.verdicts().size()).sum();
  }

  private record Key(@Nullable Stage stage, Cause cause, Remedy remedy) {
    Group group(List<Row> rows) {
      return new Group(stage, cause, remedy, rows);
    }
  }
}
