// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules;

import io.amlreach.agent.stored.StoredVerdict;
import io.amlreach.agent.verdict.Level;
import io.amlreach.probe.Cause;

/** Whether a missing rule can be what a verdict shows. */
public enum Cure {
  /** The usual sign of a missing rule. */
  RULE,
  /** A rule may be missing, and the host itself may be the reason as well. */
  RULE_IN_DOUBT,
  /** No rule of a firewall mends this. */
  OTHER;

  static Cure of(StoredVerdict verdict) {
    if (verdict.level() == Level.WARN && verdict.need().required()) {
      return OTHER; // it was reached, so that a rule is there
    }
    return Cause.ofWord(verdict.cause()).map(Cure::of).orElse(OTHER);
  }

  private static Cure of(Cause cause) {
    return switch (cause) {
      case CONNECT_TIMEOUT,
          CLOSED_AFTER_CLIENT_HELLO,
          RESET_AFTER_CLIENT_HELLO,
          FIREWALL_DENIED,
          BLOCK_PAGE ->
          RULE;
      case CONNECTION_REFUSED,
          CONNECTION_RESET,
          UNREACHABLE,
          LOCAL_ANSWER,
          TLS_TIMEOUT,
          PORT_UNREACHABLE ->
          RULE_IN_DOUBT;
      default -> OTHER;
    };
  }
}
