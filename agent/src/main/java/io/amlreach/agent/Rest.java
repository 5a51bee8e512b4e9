// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits between two checks until the time is up or somebody interrupts. */
final class Rest implements Watch.Pause {
  private final Interruption interruption;
  private final Duration length;

  Rest(Interruption interruption, Duration length) {
    this.interruption = interruption;
    this.length = length;
  }

  @Override
  public boolean over() {
    CountDownLatch signal = new CountDownLatch(1);
    interruption.calls(signal::countDown);
    try {
      return signal.await(length.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
