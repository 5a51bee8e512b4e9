// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.amlreach.agent.report.Report;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import io.amlreach.probe.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts how long stages take, in the buckets of the scraped histogram, for a receiver that needs
 * the counts themselves. For any thread.
 */
final class StageTimes {
  private static final double NANOS = 1e9;

  private final Map<Kind, Counts> counted = new LinkedHashMap<>();

  /** What is counted apart. */
  private record Kind(String protocol, Stage stage) {}

  /**
   * The counts of one protocol and stage.
   *
   * @param buckets how many were as long as each of {@code Living.BUCKETS} or shorter, and not in a
   *     bucket before; the last is of those that were longer than all
   * @param sum in seconds
   */
  record Counted(String protocol, String stage, List<Long> buckets, double sum) {
    Counted {
      buckets = List.copyOf(buckets);
    }
  }

  /** Adds a sweep; a target that several workspaces need was probed once. */
  synchronized void observed(Report report) {
    Set<Target> seen = new HashSet<>();
    for (Verdict verdict : report.verdicts()) {
      Outcome outcome = verdict.outcome();
      if (outcome != null && seen.add(outcome.target())) {
        String protocol = outcome.target().protocol().word();
        for (Step step : EachTarget.steps(outcome)) {
          counted
              .computeIfAbsent(new Kind(protocol, step.stage()), kind -> new Counts())
              .add(step.duration());
        }
      }
    }
  }

  /** Everything since the beginning; empty before the first sweep. */
  synchronized List<Counted> now() {
    List<Counted> all = new ArrayList<>();
    counted.forEach((kind, counts) -> all.add(counts.of(kind)));
    return all;
  }

  private static final class Counts {
    private final long[] buckets = new long[Living.BUCKETS.length + 1];
    private double sum;

    void add(Duration took) {
      int bucket = 0;
      while (bucket < Living.BUCKETS.length && took.compareTo(Living.BUCKETS[bucket]) > 0) {
        bucket++;
      }
      buckets[bucket]++;
      sum += took.toNanos() / NANOS;
    }

    Counted of(Kind kind) {
      List<Long> list = new ArrayList<>();
      for (long bucket : buckets) {
        list.add(bucket);
      }
      return new Counted(kind.protocol(), kind.stage().word(), list, sum);
    }
  }
}
