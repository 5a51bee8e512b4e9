// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a connection waits for, since when, and what is done when that takes too long. */
final class PhaseClock {
  private final EventLoop loop;
  private final Runnable late;
  private Phase phase = Phase.RECEIVING;
  private long since = System.nanoTime();
  private @Nullable Future<?> timer;

  /**
   * One that stands still.
   *
   * @param late runs on the loop, at most once for each phase that is entered
   */
  PhaseClock(EventLoop loop, Runnable late) {
    this.loop = loop;
    this.late = late;
  }

  /**
   * Begins a phase and ends the one before.
   *
   * @param atMost null for any time
   */
  void enter(Phase next, @Nullable Duration atMost) {
    phase = next;
    since = System.nanoTime();
    stop();
    if (atMost != null) {
      timer = loop.schedule(late, atMost.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /** Nothing will be late any more. */
  void stop() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  Phase phase() {
    return phase;
  }

  /** In nanoseconds, to compare with others. */
  long since() {
    return since;
  }
}
