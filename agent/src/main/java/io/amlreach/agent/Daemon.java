// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.report.Report;
import io.amlreach.agent.sweep.Ending;
import io.amlreach.agent.sweep.Sweep;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sweeps again and again on one thread. All else that happens to it - other settings, somebody who
 * wants a sweep now, the end - waits for that thread or wakes it.
 */
final class Daemon {
  private final Rhythm rhythm = new Rhythm();
  private final AtomicReference<@Nullable Generation> next = new AtomicReference<>();
  private final Semaphore wake = new Semaphore(0);
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile boolean stopping;
  private volatile @Nullable Sweep underWay;

  /**
   * Begins to sweep.
   *
   * @param first settings, unless others were adopted already
   * @param results take what each sweep finds
   */
  void start(Generation first, Results results) {
    if (!next.compareAndSet(null, first)) {
      first.close();
    }
    new Thread(() -> run(results), "amlreach-sweep").start();
  }

  /**
   * Takes these settings after the sweep that is under way.
   *
   * @param atOnce whether to sweep with them then, and not when it is time
   */
  void adopt(Generation generation, boolean atOnce) {
    Generation never = next.getAndSet(generation);
    if (never != null) {
      never.close();
    }
    if (atOnce) {
      wake.release();
    }
  }

  /** Sweeps at once, or again at once if a sweep is under way. */
  void sweepNow() {
    wake.release();
  }

  /** Ends as soon as possible; from any thread, any number of times. */
  void stop() {
    stopping = true;
    Sweep sweep = underWay;
    if (sweep != null) {
      sweep.interrupt();
    }
    wake.release();
  }

  /** Whether sweeps are completed; from any thread. */
  boolean alive() {
    return rhythm.alive() && !ended.isDone();
  }

  /**
   * Waits for the end.
   *
   * @return why it came; null when it was asked for
   */
  @Nullable Throwable awaitEnd() {
    return ended.handle((none, fault) -> fault).join();
  }

  private void run(Results results) {
    Generation now = null;
    try {
      while (!stopping) {
        wake.drainPermits();
        now = latest(now, results);
        sweep(now, results);
        rest();
      }
    } catch (Throwable fault) { // told by who waits for the end: there is no daemon without sweeps
      ended.completeExceptionally(fault);
    }
    Generation never = next.getAndSet(null);
    if (never != null) {
      never.close();
    }
    if (now != null) {
      now.close();
    }
    ended.complete(null);
  }

  private Generation latest(@Nullable Generation now, Results results) {
    Generation other = next.getAndSet(null);
    if (other == null) {
      if (now == null) {
        throw new IllegalStateException("started without settings");
      }
      return now;
    }
    if (now != null) {
      now.close();
    }
    rhythm.adopt(other);
    results.adopt(other);
    return other;
  }

  private void sweep(Generation now, Results results) {
    rhythm.begin();
    Report report = now.probing().run(now.network(), now.pace(), outcome -> {}, this::begun);
    underWay = null;
    if (report.ending() != Ending.INTERRUPTED) {
      results.take(report, rhythm.end(report.duration(), Instant.now()));
    }
  }

  private void begun(Sweep sweep) {
    underWay = sweep;
    if (stopping) {
      sweep.interrupt();
    }
  }

  private void rest() throws InterruptedException {
    if (!stopping) {
      wake.tryAcquire(rhythm.rest().toNanos(), TimeUnit.NANOSECONDS);
    }
  }
}
