// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.sweep;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * When sweeps begin: the first at once, the others on a grid of intervals, each a little late by
 * chance so that a fleet that was started together does not ask together. A sweep that is not over
 * when the next is due is followed at once by one that begins a new grid: what was missed is
 * counted and never made up for.
 *
 * <p>Monotonic: jumps of the wall clock do not matter, nor does the time that a machine sleeps. Not
 * thread-safe.
 */
public final class Schedule {
  private static final double PERCENT = 100;

  private final long interval;
  private final double jitter;
  private final LongSupplier nanoTime;
  private final DoubleSupplier chance;
  private long tick;
  private long due;
  private boolean late;
  private long overruns;

  /**
   * A schedule whose first sweep is due now.
   *
   * @param jitterPercent by how much of the interval a sweep may be late by chance, 0 to 100
   * @param nanoTime a monotonic clock in nanoseconds
   * @param chance gives numbers from 0 to 1, 1 excluded
   */
  public Schedule(
      Duration interval, int jitterPercent, LongSupplier nanoTime, DoubleSupplier chance) {
    this.interval = interval.toNanos();
    this.jitter = jitterPercent / PERCENT * this.interval;
    this.nanoTime = nanoTime;
    this.chance = chance;
    this.tick = nanoTime.getAsLong();
    this.due = tick;
  }

  /** How long until the next sweep is due; zero when it is. */
  public Duration rest() {
    return Duration.ofNanos(Math.max(0, due - nanoTime.getAsLong()));
  }

  /** A sweep begins now, because it is due or because somebody asks for one. */
  public void begin() {
    long now = nanoTime.getAsLong();
    boolean onTime = !late && now >= due && now - tick < interval;
    tick = (onTime ? tick : now) + interval;
    due = tick + (long) (jitter * chance.getAsDouble());
    late = false;
  }

  /** It is over. True when that was too late for the next one. */
  public boolean end() {
    long after = nanoTime.getAsLong() - tick;
    late = after >= 0;
    if (late) {
      overruns += 1 + after / interval;
    }
    return late;
  }

  /** How many times a sweep was due while another was not over. */
  public long overruns() {
    return overruns;
  }
}
