// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import java.time.Duration;
import java.time.Instant;

/** The base unit of Prometheus. */
final class Seconds {
  private static final double NANOS = 1e9;

  private Seconds() {}

  static double of(Duration duration) {
    return duration.getSeconds() + duration.getNano() / NANOS;
  }

  /** Since 1970, to the millisecond. */
  static double of(Instant instant) {
    return instant.toEpochMilli() / 1e3;
  }
}
