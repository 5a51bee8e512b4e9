// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.state;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How fresh it is what a journal says.
 *
 * @param at when the needs were last known to stand so: now, while a daemon runs
 */
public record Sighting(Daemon daemon, Instant at) {
  /** What became of who wrote it. */
  public enum Daemon {
    RUNNING,
    /** It ended as it was told to. */
    STOPPED,
    /** It is gone and said no farewell. */
    KILLED,
    /** It said no farewell, and nobody can see whether it runs. */
    UNKNOWN,
    /** There never was one. */
    NONE;

    /** The lower-case word used in every output. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Puts it together.
   *
   * @param runs null when nobody can see
   * @param lastSweep as the daemon noted it; null when it did not
   */
  public static Sighting of(
      Chronicle chronicle, @Nullable Boolean runs, @Nullable Instant lastSweep, Instant now) {
    Instant stopped = chronicle.stopped();
    if (stopped != null) {
      return new Sighting(Daemon.STOPPED, stopped);
    }
    if (runs != null && runs) {
      return new Sighting(Daemon.RUNNING, now);
    }
    Instant written = chronicle.written();
    if (written == null) {
      return new Sighting(runs == null ? Daemon.UNKNOWN : Daemon.NONE, now);
    }
    Instant last = lastSweep != null && lastSweep.isAfter(written) ? lastSweep : written;
    return new Sighting(runs == null ? Daemon.UNKNOWN : Daemon.KILLED, last);
  }
}
