// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The one time budget of a target, shared by its stages. Time that a target spends waiting in our
 * own queues is given back, so that an overloaded prober never calls a healthy host dead.
 *
 * <p>Monotonic: jumps of the wall clock do not matter. Not thread-safe: a target belongs to one
 * event loop at a time.
 */
public final class Deadline {
  private long endNanos;

  private Deadline(long endNanos) {
    this.endNanos = endNanos;
  }

  /** A deadline that starts now. */
  public static Deadline after(Duration budget) {
    return new Deadline(System.nanoTime() + budget.toNanos());
  }

  /** Nanoseconds left; zero or negative when it has passed. */
  public long remainingNanos() {
    return endNanos - System.nanoTime();
  }

  /** Milliseconds left, rounded up; zero when it has passed. */
  public long remainingMillis() {
    return Math.max(0, TimeUnit.NANOSECONDS.toMillis(remainingNanos() + 999_999));
  }

  public boolean passed() {
    return remainingNanos() <= 0;
  }

  /** An independent deadline with what is left of this one. */
  public Deadline copy() {
    return new Deadline(endNanos);
  }

  /** An independent deadline with what is left of this one, but no more than that. */
  public Deadline atMost(Duration most) {
    return new Deadline(Math.min(endNanos, System.nanoTime() + most.toNanos()));
  }

  /** Gives back time that was lost in our own queues. */
  public void giveBack(long nanos) {
    endNanos += Math.max(0, nanos);
  }
}
