// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.state;

import io.amlreach.agent.verdict.Level;
import io.amlreach.probe.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When what was seen becomes what alerts go by. From best to worst: pass, warn, unknown, fail.
 * Something better settles after {@code passAfter} sweeps in a row, everything else, another cause
 * of the same level too, after {@code failAfter}. Rows that nobody asks (not testable, listed,
 * waived) are a matter of settings and not of the network: they settle at once, and so does the
 * first that is seen of a row that was one of them.
 *
 * @param failAfter 1 or more
 * @param passAfter 1 or more
 */
record Damping(int failAfter, int passAfter) {

  /** Whether a sweep learned nothing of the need: it was cut off before its turn. */
  static boolean unlearned(Condition seen) {
    return seen.cause() == Cause.NOT_RUN;
  }

  /** Of a need that nobody knew. */
  static Standing first(Condition seen, boolean usable, Instant at) {
    return new Standing(seen, at, seen, 0, 0, null, usable ? at : null, List.of(seen.level()));
  }

  /**
   * After one more sweep.
   *
   * @param usable whether what is needed could be used then
   * @param at when that sweep was
   */
  Standing next(Standing before, Condition seen, boolean usable, Instant at) {
    if (unlearned(seen)) {
      return before;
    }
    Condition settled = before.settled();
    Instant lastPass = usable ? at : before.lastPass();
    List<Level> recent = recent(before.recent(), seen.level());
    if (seen.equals(settled)) {
      return new Standing(settled, before.since(), seen, 0, 0, null, lastPass, recent);
    }
    int streak = before.streak() + 1;
    Instant began = before.streakBegan() == null ? at : before.streakBegan();
    int needed = needed(settled, seen);
    if (streak < needed) {
      return new Standing(settled, before.since(), seen, streak, needed, began, lastPass, recent);
    }
    boolean sameLevel = settled.level() == seen.level();
    Instant since = sameLevel ? before.since() : unasked(settled) || unasked(seen) ? at : began;
    return new Standing(seen, since, seen, 0, 0, null, lastPass, recent);
  }

  private int needed(Condition settled, Condition seen) {
    if (unasked(settled) || unasked(seen)) {
      return 1;
    }
    return badness(seen.level()) < badness(settled.level()) ? passAfter : failAfter;
  }

  private static boolean unasked(Condition condition) {
    return condition.level() == Level.SKIPPED;
  }

  private static int badness(Level level) {
    return switch (level) {
      case PASS -> 0;
      case WARN -> 1;
      case UNKNOWN -> 2;
      case FAIL -> 3;
      case SKIPPED -> throw new IllegalArgumentException("neither better nor worse");
    };
  }

  private static List<Level> recent(List<Level> before, Level seen) {
    int dropped = before.size() < Standing.RECENT ? 0 : before.size() - Standing.RECENT + 1;
    List<Level> recent = new ArrayList<>(before.subList(dropped, before.size()));
    recent.add(seen);
    return recent;
  }
}
