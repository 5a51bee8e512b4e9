// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.probe.Cause;
import io.amlreach.probe.Stage;
import org.jspecify.annotations.Nullable;

/** An opinion before it is known whose need it is about. */
record Reading(
    Level level,
    @Nullable Stage stage,
    Cause cause,
    String detail,
    @Nullable Recognised recognised) {

  static Reading pass(Stage stage, String detail) {
    return new Reading(Level.PASS, stage, Cause.OK, detail, null);
  }

  static Reading of(Level level, @Nullable Stage stage, Cause cause, String detail) {
    return new Reading(level, stage, cause, detail, null);
  }

  static Reading skipped(Cause cause, String detail) {
    return new Reading(Level.SKIPPED, null, cause, detail, null);
  }

  Reading at(Level other) {
    return new Reading(other, stage, cause, detail, recognised);
  }

  Reading by(@Nullable Recognised other) {
    return new Reading(level, stage, cause, detail, other);
  }

  /** Where a name leads is told first; when what is there does not answer either, that is worse. */
  Reading alongside(Reading tries) {
    return tries.failed()
        ? of(Level.FAIL, stage, cause, detail + "; it also fails with " + tries.cause().word())
        : this;
  }

  /** The same with more to say about it. */
  Reading explained(String more) {
    return new Reading(
        level, stage, cause, detail.isEmpty() ? more : detail + "; " + more, recognised);
  }

  boolean failed() {
    return level == Level.FAIL;
  }
}
