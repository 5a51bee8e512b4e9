// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import java.util.List;
import java.util.Locale;

/** How a need stands, from best to worst known; what was not run is never a pass. */
public enum Level {
  PASS,
  WARN,
  FAIL,
  /** The evidence allows no answer, such as silence over UDP. */
  UNKNOWN,
  /** Not run, always with a reason. */
  SKIPPED;

  /** As a reader wants to see them. */
  public static final List<Level> BY_URGENCY = List.of(FAIL, WARN, UNKNOWN, PASS, SKIPPED);

  /** The lower-case word used in every output. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
