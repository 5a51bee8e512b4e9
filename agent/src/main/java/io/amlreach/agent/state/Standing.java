// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.state;

import io.amlreach.agent.verdict.Level;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one need over time.
 *
 * @param settled its damped condition, which alerts go by: it follows what was seen only after that
 *     was seen as many times in a row as the settings say
 * @param since when the level of the settled condition was first seen; a changed cause alone does
 *     not change it
 * @param seen its condition in the last sweep that could judge it
 * @param streak how many sweeps in a row differed from the settled condition; 0 when the last one
 *     did not
 * @param needed how many such sweeps in a row settle it; 0 without a streak
 * @param streakBegan when the first of these was; null without a streak
 * @param lastPass when it last passed, with or without a warning; null when it never did
 * @param recent the levels seen last, oldest first, at most {@link #RECENT}
 */
public record Standing(
    Condition settled,
    Instant since,
    Condition seen,
    int streak,
    int needed,
    @Nullable Instant streakBegan,
    @Nullable Instant lastPass,
    List<Level> recent) {
  /** As many as can be told apart on a telephone. */
  public static final int RECENT = 60;

  public Standing {
    recent = List.copyOf(recent);
  }
}
