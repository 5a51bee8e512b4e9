// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.sweep;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts questions that have no answer yet, and knows when there are none left. */
final class Open {
  // one more than were asked, so that an early answer does not end what is still being asked
  private final AtomicInteger count = new AtomicInteger(1);
  private final CompletableFuture<Void> answered = new CompletableFuture<>();

  void asked() {
    count.incrementAndGet();
  }

  void answered() {
    if (count.decrementAndGet() == 0) {
      answered.complete(null);
    }
  }

  /** No more questions follow; completed as soon as the last one is answered. */
  CompletableFuture<Void> allAsked() {
    answered();
    return answered;
  }
}
