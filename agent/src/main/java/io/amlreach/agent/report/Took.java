// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.probe.Attempt;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Step;
import java.time.Duration;
import java.util.Locale;

/** A duration as short as it can be read: {@code 0.4ms}, {@code 12ms}, {@code 5.0s}. */
public final class Took {
  private Took() {}

  /** Of all that was done for one target. */
  static Duration all(Outcome outcome) {
    Duration took = outcome.resolution().step().duration();
    for (Attempt attempt : outcome.attempts()) {
      for (Step step : attempt.steps()) {
        took = took.plus(step.duration());
      }
    }
    return took;
  }

  public static String of(Duration duration) {
    double millis = duration.toNanos() / 1e6;
    if (millis >= 1000) {
      return String.format(Locale.ROOT, "%.1fs", millis / 1000);
    }
    return String.format(Locale.ROOT, millis < 1 ? "%.1fms" : "%.0fms", millis);
  }
}
