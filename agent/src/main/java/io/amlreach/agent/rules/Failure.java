// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules;

import io.amlreach.agent.stored.StoredFinding;
import io.amlreach.agent.stored.StoredVerdict;
import io.amlreach.agent.verdict.Advice;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Team;
import io.amlreach.probe.Cause;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A verdict of a report that did not pass.
 *
 * @param team who has to act; nobody when this version does not know the cause
 * @param finding of the report that explains it; null when there is none
 */
public record Failure(
    StoredVerdict verdict, Cure cure, Team team, @Nullable StoredFinding finding) {
  static Failure of(StoredVerdict verdict, @Nullable StoredFinding finding) {
    Team team =
        Optional.ofNullable(finding)
            .flatMap(found -> Team.ofWord(found.team()))
            .or(() -> Cause.ofWord(verdict.cause()).map(cause -> Advice.of(cause).team()))
            .orElse(Team.NOBODY);
    // the firewall let it through to a proxy or a web filter, which has rules of its own; or no
    // network is on the way to what fails
    boolean elsewhere = team == Team.PROXY || team == Team.HOST;
    Cure cure = elsewhere ? Cure.OTHER : Cure.of(verdict);
    return new Failure(verdict, cure, team, finding);
  }

  static boolean is(StoredVerdict verdict) {
    return verdict.level() == Level.FAIL || verdict.level() == Level.WARN;
  }

  /** Whether a rule is written for it. */
  public boolean ruled() {
    return cure != Cure.OTHER;
  }
}
