// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.page;

import static io.amlreach.agent.Outcomes.answer;
import static io.amlreach.agent.Outcomes.attempt;
import static io.amlreach.agent.Outcomes.bad;
import static io.amlreach.agent.Outcomes.https;
import static io.amlreach.agent.Outcomes.ok;
import static io.amlreach.agent.Outcomes.reached;
import static io.amlreach.agent.Outcomes.targetOf;

import io.amlreach.agent.Needs;
import io.amlreach.agent.board.Loaded;
import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.board.Storage;
import io.amlreach.agent.board.Sweeps;
import io.amlreach.agent.board.Vantage;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.Reports;
import io.amlreach.agent.state.Condition;
import io.amlreach.agent.state.Standing;
import io.amlreach.agent.state.Transition;
import io.amlreach.agent.sweep.Ending;
import io.amlreach.agent.sweep.Evidence;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.catalog.Plan;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Target;
import io.amlreach.probe.TrustSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a daemon may know, for the tests of the page; changed one thing at a time. */
record Snapshots(
    long version,
    @Nullable Report report,
    Map<String, Standing> standings,
    List<Transition> transitions,
    Vantage vantage,
    Sweeps sweeps,
    Loaded loaded,
    Storage storage) {
  static final Instant NOW = Instant.parse("2026-11-22T00:00:02Z");
  private static final Instant YESTERDAY = Instant.parse("2026-11-21T03:04:05Z");
  private static final Condition PASSES = new Condition(Level.PASS, Stage.HTTP, Cause.OK);

  /** Before the first sweep. */
  static Snapshots fresh() {
    return new Snapshots(
        1,
        null,
        Map.of(),
        List.of(),
        Vantage.NEW,
        new Sweeps(Duration.ofSeconds(60), 0, 0, null, null),
        new Loaded(YESTERDAY, YESTERDAY, List.of(), List.of()),
        Storage.SOUND);
  }

  /** After a sweep with a bit of everything. */
  static Snapshots mixed() {
    return fresh().swept(Reports.explained("A title"));
  }

  /** Some workspaces with the same hosts each; those that match are blocked. */
  static Snapshots fleet(int workspaces, int hosts, Predicate<String> blocked) {
    List<Need> needs = new ArrayList<>();
    Map<Target, Outcome> outcomes = new HashMap<>();
    String[] features = {"studio", "notebooks", "compute-instance", "docker-images", "python", "r"};
    for (int w = 0; w < workspaces; w++) {
      for (int h = 0; h < hosts; h++) {
        String host = "host" + h + ".region" + w + ".example.com";
        Need need =
            Needs.need(host)
                .workspace("workspace-" + w)
                .pattern("*.region" + w + ".example.com")
                .features(features[h % features.length])
                .probed();
        needs.add(need);
        Target target = targetOf(need);
        outcomes.put(
            target,
            blocked.test(host)
                ? reached(
                    target,
                    attempt(
                        "10.1.2.4", ok(Stage.TCP), bad(Stage.TLS, Cause.CLOSED_AFTER_CLIENT_HELLO)))
                : reached(target, https("10.1.2.5", answer(200), TrustSource.PUBLIC)));
      }
    }
    return fresh()
        .swept(
            Report.of(
                new Plan("2026-03", needs),
                Evidence.of(outcomes, Ending.COMPLETED),
                "0.0.0",
                new Report.Host("vm-1", List.of("10.0.0.4:53")),
                NOW.minusSeconds(2),
                Duration.ofMillis(1234)));
  }

  /** The next sweep, whose results are settled at once. */
  Snapshots swept(Report next) {
    Map<String, Standing> settled = new HashMap<>();
    List<Transition> changes = new ArrayList<>();
    for (Verdict verdict : next.verdicts()) {
      Condition condition = Condition.of(verdict);
      Standing before = standings.get(verdict.need().id());
      boolean same = before != null && before.settled().equals(condition);
      Instant since = same ? Objects.requireNonNull(before).since() : next.startedAt();
      List<Level> recent =
          new ArrayList<>(before == null ? Collections.nCopies(40, Level.PASS) : before.recent());
      recent.add(condition.level());
      List<Level> last =
          recent.subList(Math.max(0, recent.size() - Standing.RECENT), recent.size());
      settled.put(
          verdict.need().id(),
          new Standing(condition, since, condition, 0, 0, null, YESTERDAY, last));
      if (!same && condition.level() == Level.FAIL) {
        changes.add(change(verdict, before == null ? PASSES : before.settled(), next.startedAt()));
      }
    }
    changes.addAll(transitions);
    return new Snapshots(
        version + 1,
        next,
        settled,
        changes,
        vantage,
        new Sweeps(
            sweeps.interval(), sweeps.completed() + 1, sweeps.overruns(), next.duration(), NOW),
        loaded,
        storage);
  }

  private static Transition change(Verdict verdict, Condition from, Instant at) {
    Need need = verdict.need();
    Condition to = Condition.of(verdict);
    String subject = need.host() == null ? need.pattern() : need.host() + ":" + need.port();
    return new Transition(at, need.id(), subject, need.workspace(), from, to, at, verdict.detail());
  }

  /** One need as it is remembered. */
  Snapshots standing(String need, Standing standing) {
    Map<String, Standing> all = new HashMap<>(standings);
    all.put(need, standing);
    return new Snapshots(version, report, all, transitions, vantage, sweeps, loaded, storage);
  }

  /** Of a daemon that has not judged anything yet. */
  Snapshots unknown() {
    return new Snapshots(version, report, Map.of(), List.of(), vantage, sweeps, loaded, storage);
  }

  Snapshots transitions(List<Transition> value) {
    return new Snapshots(version, report, standings, value, vantage, sweeps, loaded, storage);
  }

  Snapshots vantage(Vantage value) {
    return new Snapshots(version, report, standings, transitions, value, sweeps, loaded, storage);
  }

  Snapshots sweeps(Sweeps value) {
    return new Snapshots(version, report, standings, transitions, vantage, value, loaded, storage);
  }

  Snapshots loaded(Loaded value) {
    return new Snapshots(version, report, standings, transitions, vantage, sweeps, value, storage);
  }

  Snapshots storage(Storage value) {
    return new Snapshots(version, report, standings, transitions, vantage, sweeps, loaded, value);
  }

  Snapshot snapshot() {
    return new Snapshot(version, report, standings, transitions, vantage, sweeps, loaded, storage);
  }
}
