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
  private final Results results;
  private final AtomicReference<@Nullable Generation> next = new AtomicReference<>();
  private final Semaphore wake = new Semaphore(0);
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Thread thread = new Thread(this::run, "amlreach-sweep");
  private volatile boolean stopping;
  private volatile @Nullable Sweep underWay;

  /**
   * A daemon that is not started yet.
   *
   * @param results take what each sweep finds
   */
  Daemon(Results results) {
    this.results = results;
  }

  void start(Generation first) {
    adopt(first);
    thread.start();
  }

  /** Takes these settings after the sweep that is under way, and sweeps at once. */
  void adopt(Generation generation) {
    Generation never = next.getAndSet(generation);
    if (never != null) {
      never.close();
    }
    wake.release();
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

  private void run() {
    Generation now = null;
    try {
      while (!stopping) {
        wake.drainPermits();
        now = latest(now);
        sweep(now);
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

  private Generation latest(@Nullable Generation now) {
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

  private void sweep(Generation now) {
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
