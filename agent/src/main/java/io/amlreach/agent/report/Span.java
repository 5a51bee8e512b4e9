// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import java.time.Duration;

/** A long time as short as it can be read: {@code 40s}, {@code 2h 5m}, {@code 3d 4h}. */
public final class Span {
  private Span() {}

  public static String of(Duration duration) {
    if (duration.toDays() > 0) {
      return two(duration.toDays(), "d", duration.toHoursPart(), "h");
    }
    if (duration.toHours() > 0) {
      return two(duration.toHours(), "h", duration.toMinutesPart(), "m");
    }
    return duration.toMinutes() > 0
        ? two(duration.toMinutes(), "m", duration.toSecondsPart(), "s")
        : duration.toSeconds() + "s";
  }

  private static String two(long large, String unit, long small, String smaller) {
    return large + unit + (small == 0 ? "" : " " + small + smaller);
  }
}
