// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.sweep;

import java.time.Duration;

/**
 * How the questions of a sweep are handed out.
 *
 * @param groups how many handfuls
 * @param spread from the first of them to the last
 */
public record Pace(int groups, Duration spread) {
  /** Everything at once, as a check does, which somebody waits for. */
  public static final Pace AT_ONCE = new Pace(1, Duration.ZERO);

  /** So few are a moment's work. */
  private static final int FEW = 100;

  /** A smaller handful costs more wake-ups, a larger one memory for handshakes side by side. */
  private static final int GROUP = 25;

  /**
   * A steady trickle for a large set, over at most half of the interval, and never so long that
   * hosts which keep silent, and are asked twice, would be waited for beyond it.
   *
   * @param timeout for one target
   */
  public static Pace of(int questions, Duration interval, Duration timeout) {
    Duration half = interval.dividedBy(2);
    Duration room = interval.minus(timeout.multipliedBy(2));
    Duration spread = room.compareTo(half) < 0 ? room : half;
    return questions <= FEW || spread.isNegative() || spread.isZero()
        ? AT_ONCE
        : new Pace((questions + GROUP - 1) / GROUP, spread);
  }

  /** When a group goes out, after the first one, in nanoseconds. */
  long after(int group) {
    return groups == 1 ? 0 : spread.toNanos() / (groups - 1) * group;
  }
}
