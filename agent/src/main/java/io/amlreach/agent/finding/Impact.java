// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import java.util.Locale;

/** What a user has left of a feature; the best first. */
public enum Impact {
  /** Everything that it requires passes. */
  USABLE,
  /** Everything that it requires passes or warns, something does not pass. */
  DEGRADED,
  /** Something that it requires fails. */
  BROKEN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
