// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Target;
import java.net.Inet6Address;
import java.util.Map;

/**
 * Doubt about a connect: where an address that no service is at accepts on the same port, something
 * on the path accepts for everybody. It takes nothing from a failure, and nothing from a pass for
 * which a protocol speaks; and a control that is not accepted speaks for nothing.
 */
final class LocalAnswer {
  private LocalAnswer() {}

  static Reading doubted(
      Reading reading, Target target, Attempt attempt, Map<Target, Outcome> controls) {
    if (target.protocol() != Protocol.TCP || reading.level() != Level.PASS) {
      return reading;
    }
    boolean v6 = attempt.address() instanceof Inet6Address;
    for (Outcome control : controls.values()) {
      for (Attempt tried : control.attempts()) {
        boolean sameWay =
            control.target().port() == target.port()
                && tried.address() instanceof Inet6Address == v6;
        if (sameWay && tried.ok()) {
          return Reading.of(
              Level.UNKNOWN,
              Stage.TCP,
              Cause.LOCAL_ANSWER,
              "connect only, and "
                  + tried.address().getHostAddress()
                  + ", which no service is at, accepts on port "
                  + target.port()
                  + ", too");
        }
      }
    }
    return reading;
  }
}
