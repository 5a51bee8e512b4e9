// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Bounds the conversations that are worked on at once, and lets new connects go first: a handshake
 * costs a thousand times what a SYN costs, so a SYN that waits behind handshakes would be late by
 * seconds, and a target that is silent would be found silent that much later.
 *
 * <p>Belongs to the loop's thread.
 */
final class WorkGate {
  private static final long YIELD_MILLIS = 2;

  /** So that a slow trickle of DNS answers cannot hold up the handshakes for long. */
  private static final long MAX_YIELD_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final EventLoop loop;
  private final int places;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int busy;
  private long yieldingSince;
  private long connects;
  private long connectsSeen;
  private boolean scheduled;

  WorkGate(EventLoop loop, int places) {
    this.loop = loop;
    this.places = places;
  }

  /** Notes that a connect was sent just now. */
  void connectSent() {
    connects++;
  }

  /** Runs the work when there is a place for it, never at once. */
  void enter(Runnable work) {
    waiting.add(work);
    schedule();
  }

  /** Gives a place back. */
  void leave() {
    busy--;
    schedule();
  }

  private void schedule() {
    if (!scheduled && !waiting.isEmpty()) {
      scheduled = true;
      yieldingSince = System.nanoTime();
      loop.execute(this::letIn);
    }
  }

  private void letIn() {
    if (connects != connectsSeen && System.nanoTime() - yieldingSince < MAX_YIELD_NANOS) {
      connectsSeen = connects;
      loop.schedule(this::letIn, YIELD_MILLIS, TimeUnit.MILLISECONDS);
      return;
    }
    scheduled = false;
    while (busy < places) {
      Runnable work = waiting.poll();
      if (work == null) {
        return;
      }
      busy++;
      work.run();
    }
  }
}
