// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.micrometer.core.instrument.Clock;

/**
 * Says when counters began: with the process, although their registry is a new one at each push.
 */
final class OtlpClock implements Clock {
  private final long began = System.currentTimeMillis();
  private boolean registering;

  /** What is registered now began long ago. */
  void registering() {
    registering = true;
  }

  /** What is sent now is of now. */
  void publishing() {
    registering = false;
  }

  /** When counters began, in milliseconds since 1970. */
  long began() {
    return began;
  }

  @Override
  public long wallTime() {
    return registering ? began : System.currentTimeMillis();
  }

  @Override
  public long monotonicTime() {
    return System.nanoTime();
  }
}
