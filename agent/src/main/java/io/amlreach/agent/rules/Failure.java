// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules;

import io.amlreach.agent.stored.StoredVerdict;
import io.amlreach.agent.verdict.Advice;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Team;
import io.amlreach.probe.Cause;

/**
 * A verdict of a report that did not pass.
 *
 * @param team who has to act; nobody when this version does not know the cause
 */
public record Failure(StoredVerdict verdict, Cure cure, Team team) {
  static Failure of(StoredVerdict verdict) {
    Team team = Cause.ofWord(verdict.cause()).map(c -> Advice.of(c).team()).orElse(Team.NOBODY);
    return new Failure(verdict, Cure.of(verdict), team);
  }

  static boolean is(StoredVerdict verdict) {
    return verdict.level() == Level.FAIL || verdict.level() == Level.WARN;
  }

  /** Whether a rule is written for it. */
  public boolean ruled() {
    return cure != Cure.OTHER;
  }
}
