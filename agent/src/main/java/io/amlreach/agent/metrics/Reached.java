// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.amlreach.agent.state.Condition;
import io.amlreach.agent.state.Standing;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Target;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One target of one workspace. Several rows of the matrix may lead to it; the worst of them counts.
 *
 * @param labels workspace, host, port and protocol
 * @param settled its damped condition
 * @param usable whether all its rows can be used, after damping
 * @param seen its level in the last sweep
 * @param seenUsable whether all its rows could be used in the last sweep
 * @param since when the settled level was first seen; null when nothing is remembered
 * @param lastPass when all its rows had last passed; null when one never did, or nothing is
 *     remembered
 * @param outcome of the last sweep; null when it was not probed
 */
record Reached(
    List<String> labels,
    Condition settled,
    boolean usable,
    Level seen,
    boolean seenUsable,
    @Nullable Instant since,
    @Nullable Instant lastPass,
    @Nullable Outcome outcome) {

  /** One row that leads there. */
  record Seen(Verdict verdict, Verdict damped, @Nullable Standing standing) {
    @Nullable Instant lastPass() {
      return standing == null ? null : standing.lastPass();
    }
  }

  static Reached of(String workspace, Target target, List<Seen> rows) {
    Seen worst = rows.get(0);
    Level seen = worst.verdict.level();
    Instant lastPass = worst.lastPass();
    boolean usable = true;
    boolean seenUsable = true;
    for (Seen row : rows) {
      if (urgency(row.damped.level()) < urgency(worst.damped.level())) {
        worst = row;
      }
      if (urgency(row.verdict.level()) < urgency(seen)) {
        seen = row.verdict.level();
      }
      usable &= row.damped.usable();
      seenUsable &= row.verdict.usable();
      lastPass = earlier(lastPass, row.lastPass());
    }
    return new Reached(
        List.of(
            workspace, target.host(), Integer.toString(target.port()), target.protocol().word()),
        Condition.of(worst.damped),
        usable,
        seen,
        seenUsable,
        worst.standing == null ? null : worst.standing.since(),
        lastPass,
        worst.verdict.outcome());
  }

  String workspace() {
    return labels.get(0);
  }

  /** These labels and more. */
  String[] with(String... more) {
    String[] all = labels.toArray(new String[labels.size() + more.length]);
    System.arraycopy(more, 0, all, labels.size(), more.length);
    return all;
  }

  private static int urgency(Level level) {
    return Level.BY_URGENCY.indexOf(level);
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return null;
    }
    return one.isBefore(other) ? one : other;
  }
}
