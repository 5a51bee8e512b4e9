// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.page;

import java.time.Duration;

/** A duration as it is written in the settings: {@code 90s}, {@code 5m}, {@code 1h}. */
final class Spoken {
  private Spoken() {}

  static String of(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
