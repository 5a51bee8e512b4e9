// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.board.Sweeps;
import io.amlreach.agent.report.Count;
import io.amlreach.agent.report.Took;
import io.amlreach.agent.sweep.Schedule;
import io.amlreach.config.Settings;
import io.amlreach.config.SettingsListing;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When the daemon sweeps, what became of it, and what is said when it cannot keep up. */
final class Rhythm {
  private static final Logger LOG = LoggerFactory.getLogger(Rhythm.class);

  /** A daemon that has not swept for so many intervals is stuck. */
  private static final int STUCK_AFTER = 3;

  private Schedule schedule = schedule(Duration.ZERO, 0);
  private Sweeps sweeps = new Sweeps(Duration.ZERO, 0, 0, null, null);
  private boolean late;
  private long missed;
  private volatile long patience = Long.MAX_VALUE;
  private volatile long sign = System.nanoTime();

  /** From now on as these settings say, beginning at once. */
  void adopt(Generation next) {
    Settings.Schedule wanted = next.settings().schedule();
    schedule = schedule(wanted.interval(), wanted.jitterPercent());
    Duration sweep = next.pace().spread().plus(next.settings().probe().deadline());
    patience = wanted.interval().multipliedBy(STUCK_AFTER).plus(sweep).toNanos();
    sweeps =
        new Sweeps(
            wanted.interval(),
            sweeps.completed(),
            sweeps.overruns(),
            sweeps.lastDuration(),
            sweeps.lastCompletion());
    sign = System.nanoTime();
  }

  Duration rest() {
    return schedule.rest();
  }

  void begin() {
    schedule.begin();
  }

  /** A sweep is complete. */
  Sweeps end(Duration took, Instant at) {
    sign = System.nanoTime();
    long before = schedule.overruns();
    boolean tooLate = schedule.end();
    long more = schedule.overruns() - before;
    sweeps =
        new Sweeps(sweeps.interval(), sweeps.completed() + 1, sweeps.overruns() + more, took, at);
    tell(tooLate, more, took);
    return sweeps;
  }

  private void tell(boolean tooLate, long more, Duration took) {
    missed += more;
    if (tooLate && !late) {
      LOG.warn(
          "a sweep took {}, longer than the interval of {}: the next ones follow one another;"
              + " a longer schedule.interval or a shorter probe.timeout would help",
          Took.of(took),
          SettingsListing.spelled(sweeps.interval()));
    } else if (!tooLate && late) {
      LOG.info("sweeps are in time again, {} missed", Count.of((int) missed, "sweep"));
      missed = 0;
    }
    late = tooLate;
  }

  Sweeps sweeps() {
    return sweeps;
  }

  /** Whether sweeps are completed; from any thread. */
  boolean alive() {
    return System.nanoTime() - sign < patience;
  }

  private static Schedule schedule(Duration interval, int jitterPercent) {
    return new Schedule(
        interval, jitterPercent, System::nanoTime, () -> ThreadLocalRandom.current().nextDouble());
  }
}
