// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.amlreach.agent.board.Loaded;
import io.amlreach.agent.board.Outlook;
import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.board.Storage;
import io.amlreach.agent.board.Sweeps;
import io.amlreach.agent.board.Vantage;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.state.Condition;
import io.amlreach.agent.state.Standing;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the families are drawn from: a snapshot, its verdicts brought together by what has series of
 * its own.
 *
 * @param version of the program
 * @param reached one for each target of each workspace, in the order of the plan; none before the
 *     first sweep
 * @param settled the verdicts of the last sweep with their damped conditions in place of what was
 *     seen; none before the first sweep
 */
record Facts(Snapshot snapshot, String version, List<Reached> reached, List<Verdict> settled) {

  static Facts of(Snapshot snapshot, String version) {
    Report report = snapshot.report();
    if (report == null) {
      return new Facts(snapshot, version, List.of(), List.of());
    }
    Map<Place, List<Reached.Seen>> places = new LinkedHashMap<>();
    List<Verdict> settled = new ArrayList<>();
    for (Verdict verdict : report.verdicts()) {
      Standing standing = snapshot.standings().get(verdict.need().id());
      Verdict damped = with(verdict, snapshot.settled(verdict));
      settled.add(damped);
      Target target = verdict.need().target();
      if (target != null) {
        places
            .computeIfAbsent(
                new Place(verdict.need().workspace(), target), place -> new ArrayList<>())
            .add(new Reached.Seen(verdict, damped, standing));
      }
    }
    List<Reached> reached = new ArrayList<>(places.size());
    places.forEach((place, seen) -> reached.add(Reached.of(place.workspace, place.target, seen)));
    return new Facts(snapshot, version, reached, settled);
  }

  /** Of one check, which remembers nothing: what was seen is what counts, if anything was. */
  static Facts of(Report report) {
    Instant end = report.startedAt().plus(report.duration());
    Outlook.View seen = Outlook.of(report);
    Snapshot snapshot =
        new Snapshot(
            0,
            report,
            Map.of(),
            List.of(),
            new Vantage(seen.view(), report.startedAt(), seen.detail()),
            new Sweeps(Duration.ZERO, 1, 0, report.duration(), end),
            new Loaded(report.startedAt(), report.startedAt(), List.of(), List.of()),
            Storage.SOUND);
    return of(snapshot, report.version());
  }

  @Nullable Report report() {
    return snapshot.report();
  }

  private static Verdict with(Verdict verdict, Condition condition) {
    return new Verdict(
        verdict.need(),
        condition.level(),
        usable(verdict, condition.level()),
        condition.stage(),
        condition.cause(),
        verdict.detail(),
        verdict.remedy(),
        verdict.outcome(),
        verdict.recognised());
  }

  /**
   * A required row that warns can be used, whatever the last sweep saw; of a recommended one, only
   * what was seen tells whether it failed.
   */
  private static boolean usable(Verdict seen, Level settled) {
    return switch (settled) {
      case PASS -> true;
      case WARN -> seen.need().required() || seen.usable();
      case FAIL, UNKNOWN, SKIPPED -> false;
    };
  }

  private record Place(String workspace, Target target) {}
}
