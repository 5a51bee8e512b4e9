// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.board;

import io.amlreach.agent.state.Condition;
import io.amlreach.agent.state.Standing;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import java.util.Map;

/** What counts of a need for alerts: one answer for metrics, page and log. */
public final class Settled {
  private Settled() {}

  /**
   * What is known of it over time. Where nothing is, what was seen counts; but what a host that can
   * judge nothing did not reach is unknown, with the stage and cause that were seen.
   *
   * @param standings by the id of the need; empty for a single check, which remembers nothing
   * @param view of the sweep that the verdict is of
   */
  public static Condition of(Verdict verdict, Map<String, Standing> standings, Vantage.View view) {
    Standing standing = standings.get(verdict.need().id());
    if (standing != null) {
      return standing.settled();
    }
    Condition seen = Condition.of(verdict);
    return view == Vantage.View.CLEAR || says(seen.level())
        ? seen
        : new Condition(Level.UNKNOWN, seen.stage(), seen.cause());
  }

  /** Whatever the network is like: what is not asked, or passes on this very host. */
  private static boolean says(Level level) {
    return level == Level.PASS || level == Level.SKIPPED;
  }
}
