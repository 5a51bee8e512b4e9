// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.agent.truth.TruthRow;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Stage;
import java.util.Optional;

/** Reads a need whose name must be private in the light of all that was said about the name. */
final class PrivateRule {
  private PrivateRule() {}

  /**
   * @param tries what the addresses that this host was given come to, or why it was given none
   */
  static Reading read(TruthRow row, Outcome outcome, Reading tries) {
    boolean reached = !outcome.attempts().isEmpty();
    return switch (row.truth()) {
      case MATCHES, NO_ANSWER, NOT_FOUND -> tries;
      case PUBLIC_IPV6 ->
          endpoint(
                  Level.WARN,
                  Cause.PUBLIC_ADDRESS,
                  "IPv4 leads inside and IPv6 outside: " + row.detail())
              .alongside(tries);
      case WRONG_PRIVATE_ADDRESS ->
          endpoint(Level.FAIL, Cause.WRONG_PRIVATE_ADDRESS, row.detail()).alongside(tries);
      case SPLIT -> contradicted(row, Cause.RESOLVERS_DISAGREE, outcome, tries);
      case FLAPPING -> contradicted(row, Cause.ANSWER_FLAPPING, outcome, tries);
      case DANGLING, ZONE_NOT_LINKED, FORWARDER_MISSING, PUBLIC_LEAK ->
          reached ? astray(row, outcome, tries) : tries.explained(row.detail());
    };
  }

  /** It works as long as the right answer comes; a failure of what it leads to stays one. */
  private static Reading contradicted(TruthRow row, Cause cause, Outcome outcome, Reading tries) {
    Optional<Reading> outside = AddressRule.broken(AddressScope.PRIVATE, outcome.resolution());
    if (outcome.attempts().isEmpty() || outside.isPresent()) {
      return Reading.of(Level.FAIL, Stage.DNS, cause, row.detail());
    }
    return tries.failed() ? tries : Reading.of(Level.WARN, Stage.DNS, cause, row.detail());
  }

  private static Reading astray(TruthRow row, Outcome outcome, Reading tries) {
    return AddressRule.broken(AddressScope.PRIVATE, outcome.resolution())
        .map(broken -> broken.explained(row.detail()).alongside(tries))
        .orElse(tries);
  }

  private static Reading endpoint(Level level, Cause cause, String detail) {
    return Reading.of(level, Stage.PRIVATE_ENDPOINT, cause, detail);
  }
}
