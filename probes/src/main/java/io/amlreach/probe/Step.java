// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import java.time.Duration;

/**
 * One stage of one probe.
 *
 * @param duration from the start of this stage to its end, without waiting in our own queues
 * @param detail what was seen, for a person; may hold text from the network, not yet escaped; may
 *     be empty
 */
public record Step(Stage stage, Cause cause, Duration duration, String detail) {
  public boolean ok() {
    return cause == Cause.OK;
  }
}
