// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.state;

import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Stage;
import org.jspecify.annotations.Nullable;

/**
 * How a need is, as far as a change of it is worth telling.
 *
 * @param stage where that was decided; null when nothing was run
 */
public record Condition(Level level, @Nullable Stage stage, Cause cause) {
  /** Of one verdict. */
  public static Condition of(Verdict verdict) {
    return new Condition(verdict.level(), verdict.stage(), verdict.cause());
  }
}
