// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.board;

import io.amlreach.agent.report.Count;
import io.amlreach.agent.report.Pending;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.state.FindingLedger;
import io.amlreach.agent.state.Standing;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many needs are at each level, as it is settled, and what does not count yet: one set of words
 * for page, log and systemd.
 *
 * @param levels each of them has a count
 * @param findings of which at least one need has settled
 * @param pending what was seen and does not count yet, in a sentence; may be empty
 */
public record Tally(Map<Level, Integer> levels, int findings, String pending) {
  public Tally {
    levels = Collections.unmodifiableMap(new EnumMap<>(levels));
  }

  /** After a sweep that saw the network so. */
  public static Tally of(Report report, Map<String, Standing> standings, Vantage.View view) {
    Map<Level, Integer> levels = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      levels.put(level, 0);
    }
    for (Verdict verdict : report.verdicts()) {
      levels.merge(Settled.of(verdict, standings, view).level(), 1, Integer::sum);
    }
    long findings =
        report.findings().stream()
            .filter(finding -> FindingLedger.settled(finding, standings))
            .count();
    return new Tally(levels, (int) findings, Pending.of(standings.values()));
  }

  /** {@code 95 of 98 pass, 1 finding}; what was not run is not counted. */
  public String headline() {
    int pass = count(Level.PASS);
    if (run() == 0) {
      return "Nothing was probed";
    }
    String passing = pass == run() ? "All " + run() + " pass" : pass + " of " + run() + " pass";
    return remarked(findings == 0 ? passing : passing + ", " + Count.of(findings, "finding"));
  }

  /** {@code 95 of 98 pass, 2 fail, 1 warning, 1 finding}. */
  public String status() {
    List<String> parts = new ArrayList<>();
    parts.add(count(Level.PASS) + " of " + run() + " pass");
    int failing = count(Level.FAIL);
    if (failing > 0) {
      parts.add(failing + (failing == 1 ? " fails" : " fail"));
    }
    int warnings = count(Level.WARN);
    if (warnings > 0) {
      parts.add(Count.of(warnings, "warning"));
    }
    int unknown = count(Level.UNKNOWN);
    if (unknown > 0) {
      parts.add(unknown + " unknown");
    }
    if (findings > 0) {
      parts.add(Count.of(findings, "finding"));
    }
    return remarked(String.join(", ", parts));
  }

  /** The worst that there is. */
  public Level worst() {
    return Level.BY_URGENCY.stream()
        .filter(level -> count(level) > 0)
        .findFirst()
        .orElse(Level.SKIPPED);
  }

  private String remarked(String text) {
    return pending.isEmpty() ? text : text + "; " + pending;
  }

  private int run() {
    return levels.values().stream().mapToInt(Integer::intValue).sum() - count(Level.SKIPPED);
  }

  private int count(Level level) {
    return levels.getOrDefault(level, 0);
  }
}
