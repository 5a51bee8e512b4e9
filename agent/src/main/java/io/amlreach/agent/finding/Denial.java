// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Verdict;
import java.net.InetAddress;
import java.util.Locale;

/** How a path says no. */
enum Denial {
  /** Somebody reads the name of the host and ends the connection, or answers that it is denied. */
  BY_NAME,
  /** Nothing comes back to a connect. */
  DROPPED,
  /** A connect is rejected, or there is no route. */
  REJECTED;

  /** No address of the target was let through in this way. */
  boolean of(Verdict verdict) {
    Denial denial =
        switch (verdict.cause()) {
          case CLOSED_AFTER_CLIENT_HELLO, RESET_AFTER_CLIENT_HELLO, FIREWALL_DENIED -> BY_NAME;
          case CONNECT_TIMEOUT -> DROPPED;
          case CONNECTION_REFUSED, CONNECTION_RESET, UNREACHABLE, PORT_UNREACHABLE -> REJECTED;
          default -> null;
        };
    return denial == this && !Seen.partly(verdict) && !ownMachine(verdict);
  }

  /** No network is on the way to it, so none denies it. */
  private static boolean ownMachine(Verdict verdict) {
    return Seen.addresses(verdict).stream().anyMatch(InetAddress::isLoopbackAddress);
  }

  /** The target was not even connected to. */
  static boolean unconnected(Verdict verdict) {
    return DROPPED.of(verdict) || REJECTED.of(verdict);
  }

  /** What becomes of connects, for a sentence. */
  String connects() {
    return this == DROPPED ? "time out" : "are rejected";
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
