// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.page;

import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.report.Count;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.state.Standing;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How many needs are at each level, as it is settled.
 *
 * @param levels each of them has a count
 */
record Tally(Map<Level, Integer> levels, int findings) {
  static Tally of(Snapshot snapshot) {
    Report report = Objects.requireNonNull(snapshot.report());
    Map<Level, Integer> levels = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      levels.put(level, 0);
    }
    for (Verdict verdict : report.verdicts()) {
      levels.merge(settled(snapshot, verdict), 1, Integer::sum);
    }
    return new Tally(levels, report.findings().size());
  }

  /** What alerts go by; what was seen, where nothing is settled. */
  static Level settled(Snapshot snapshot, Verdict verdict) {
    Standing standing = snapshot.standings().get(verdict.need().id());
    return standing == null ? verdict.level() : standing.settled().level();
  }

  /** "95 of 98 pass, 1 finding"; what was not run is not counted. */
  String sentence() {
    int run = levels.values().stream().mapToInt(Integer::intValue).sum() - count(Level.SKIPPED);
    if (run == 0) {
      return "Nothing was probed";
    }
    int pass = count(Level.PASS);
    String passing = pass == run ? "All " + run + " pass" : pass + " of " + run + " pass";
    return findings == 0 ? passing : passing + ", " + Count.of(findings, "finding");
  }

  /** The worst that there is. */
  Level worst() {
    return Level.BY_URGENCY.stream()
        .filter(level -> count(level) > 0)
        .findFirst()
        .orElse(Level.SKIPPED);
  }

  private int count(Level level) {
    return levels.getOrDefault(level, 0);
  }
}
