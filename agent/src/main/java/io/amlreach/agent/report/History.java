// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.stored.Change;
import io.amlreach.agent.stored.Comparison;
import io.amlreach.agent.stored.StoredNeed;
import io.amlreach.agent.stored.StoredReport;
import io.amlreach.agent.stored.StoredVerdict;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a baseline knows about the failures of a report.
 *
 * @param baseline when the baseline was made; null when there is none
 * @param failures by the id of their need: which of them the baseline has, and since when
 * @param notes what a reader should know of the comparison
 */
public record History(
    @Nullable Instant baseline, Map<String, Failure> failures, List<String> notes) {
  /** Without a baseline every failure counts. */
  public static final History NONE = new History(null, Map.of(), List.of());

  public History {
    failures = Map.copyOf(failures);
    notes = List.copyOf(notes);
  }

  /**
   * One need that fails.
   *
   * @param known whether it fails in the baseline, too, for whatever cause
   * @param since when it was first seen to fail
   */
  public record Failure(boolean known, Instant since) {}

  static History of(StoredReport baseline, StoredReport now) {
    Comparison comparison = Comparison.of(baseline, now);
    Map<String, Failure> failures = new HashMap<>();
    Map<String, Set<String>> told = new TreeMap<>(); // new ones first, then the oldest
    for (Change change : comparison.changes()) {
      StoredVerdict after = change.after();
      if (after != null && after.level() == Level.FAIL) {
        Failure failure = failure(change, baseline, now);
        failures.put(after.need().id(), failure);
        String heading =
            failure.known()
                ? "known to fail since " + shown(failure.since())
                : "fails, and did not in the baseline";
        told.computeIfAbsent(heading, fresh -> new LinkedHashSet<>()).add(subject(after));
      }
    }
    List<String> notes = new ArrayList<>();
    notes.add(counts(comparison, failures));
    told.forEach((heading, hosts) -> notes.add(heading + ": " + String.join(", ", hosts)));
    comparison.differences().forEach(line -> notes.add("unlike the baseline: " + line));
    return new History(baseline.startedAt(), failures, notes);
  }

  /** Whether it fails and the baseline does not have that. */
  public boolean isNew(String need) {
    Failure failure = failures.get(need);
    return failure == null || !failure.known();
  }

  /** The same, with each failure told as known or new. */
  List<Verdict> remarked(List<Verdict> verdicts) {
    return verdicts.stream().map(one -> one.remarked(remark(one.need().id()))).toList();
  }

  /** For a person; empty when there is nothing to say of that need. */
  private String remark(String need) {
    Failure failure = failures.get(need);
    if (failure == null) {
      return "";
    }
    return failure.known()
        ? "known since " + shown(failure.since())
        : "new, not in the baseline" + (baseline == null ? "" : " of " + shown(baseline));
  }

  private static String subject(StoredVerdict verdict) {
    StoredNeed need = verdict.need();
    return need.host().isEmpty() ? need.pattern() : need.host() + ":" + need.port();
  }

  /** Nobody reads parts of a second. */
  private static String shown(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static Failure failure(Change change, StoredReport baseline, StoredReport now) {
    StoredVerdict before = change.before();
    if (before == null || before.level() != Level.FAIL) {
      return new Failure(false, now.startedAt());
    }
    Instant since = before.since();
    return new Failure(true, since == null ? baseline.startedAt() : since);
  }

  private static String counts(Comparison comparison, Map<String, Failure> failures) {
    long known = failures.values().stream().filter(Failure::known).count();
    return "baseline of "
        + shown(comparison.before().startedAt())
        + ": "
        + Count.of(failures.size() - (int) known, "new failure")
        + ", "
        + known
        + " known, "
        + comparison.changes(Change.Kind.FIXED).size()
        + " fixed since";
  }
}
