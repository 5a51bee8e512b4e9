// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.amlreach.agent.report.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts how long stages take, in the buckets of the scraped histogram, for a receiver that needs
 * the counts themselves. For any thread.
 */
final class StageTimes {
  private static final double NANOS = 1e9;

  private final Map<Timed, Counts> counted = new LinkedHashMap<>();

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

  /** Adds a sweep. */
  synchronized void observed(Report report) {
    Timed.each(
        report, (kind, took) -> counted.computeIfAbsent(kind, one -> new Counts()).add(took));
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

    Counted of(Timed kind) {
      List<Long> list = new ArrayList<>();
      for (long bucket : buckets) {
        list.add(bucket);
      }
      return new Counted(kind.protocol(), kind.stage().word(), list, sum);
    }
  }
}
