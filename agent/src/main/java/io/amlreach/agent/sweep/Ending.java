// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.sweep;

import java.util.Locale;

/** How a sweep ended. */
public enum Ending {
  /** Every target was asked. */
  COMPLETED,
  /** The time for the whole check ran out. */
  DEADLINE,
  /** Somebody stopped it. */
  INTERRUPTED;

  /** The lower-case word used in every output. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Why a target was not asked, for a person. */
  public String reason() {
    return switch (this) {
      case COMPLETED -> "no answer was recorded";
      case DEADLINE -> "the deadline of the check passed";
      case INTERRUPTED -> "interrupted";
    };
  }
}
