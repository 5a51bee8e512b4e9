// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.probe.Cause;
import io.amlreach.probe.Stage;
import org.jspecify.annotations.Nullable;

/** An opinion before it is known whose need it is about. */
record Reading(Level level, @Nullable Stage stage, Cause cause, String detail) {
  static Reading pass(Stage stage, String detail) {
    return new Reading(Level.PASS, stage, Cause.OK, detail);
  }

  static Reading of(Level level, Stage stage, Cause cause, String detail) {
    return new Reading(level, stage, cause, detail);
  }

  static Reading skipped(Cause cause, String detail) {
    return new Reading(Level.SKIPPED, null, cause, detail);
  }

  Reading at(Level other) {
    return new Reading(other, stage, cause, detail);
  }

  boolean failed() {
    return level == Level.FAIL;
  }
}
