// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.board;

import io.amlreach.agent.report.Report;
import io.amlreach.agent.state.Condition;
import io.amlreach.agent.state.Standing;
import io.amlreach.agent.state.Transition;
import io.amlreach.agent.verdict.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the daemon knows at one moment. It never changes; the next one takes its place.
 *
 * @param version grows with each snapshot, so that a reader sees whether there is something new
 * @param report of the last sweep; null before the first
 * @param standings by the id of the need, of every need of the settings in force that was seen
 * @param transitions the last ones, newest first, at most {@link #TRANSITIONS}
 */
public record Snapshot(
    long version,
    @Nullable Report report,
    Map<String, Standing> standings,
    List<Transition> transitions,
    Vantage vantage,
    Sweeps sweeps,
    Loaded loaded,
    Storage storage) {
  /** Enough for the last nights of a network that is being changed. */
  public static final int TRANSITIONS = 500;

  public Snapshot {
    standings = Map.copyOf(standings);
    transitions = List.copyOf(transitions);
  }

  /** What counts of a need for alerts. */
  public Condition settled(Verdict verdict) {
    return Settled.of(verdict, standings, vantage.view());
  }

  /** The same with what became of reading the settings. */
  public Snapshot with(Loaded other) {
    return new Snapshot(version, report, standings, transitions, vantage, sweeps, other, storage);
  }
}
