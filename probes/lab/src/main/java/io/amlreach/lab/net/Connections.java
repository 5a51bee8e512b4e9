// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.net;

import io.netty.channel.Channel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Counts accepted connections, so that a test can tell that a client has left none open. A
 * connection counts as open until this side has seen its end, a moment after the client closed it.
 */
public final class Connections {
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();

  /** How many have been accepted since the start. */
  public int accepted() {
    return accepted.get();
  }

  /** How many are open now. */
  public int open() {
    return open.get();
  }

  /**
   * Waits until none is open; at most 5 s.
   *
   * @throws IllegalStateException when some are open even then
   */
  public void awaitNoneOpen() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (open() > 0) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(open() + " connections are still open");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  void count(Channel channel) {
    accepted.incrementAndGet();
    open.incrementAndGet();
    channel.closeFuture().addListener(closed -> open.decrementAndGet());
  }
}
