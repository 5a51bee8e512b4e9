// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to do about a target at a loopback address: no network and no firewall of a network is on
 * the way to it, so it is this host's own service that fails.
 */
public final class OwnHost {
  private static final Set<Cause> NOBODY_LISTENS =
      EnumSet.of(Cause.CONNECTION_REFUSED, Cause.PORT_UNREACHABLE);

  private static final Set<Cause> DROPPED = EnumSet.of(Cause.CONNECT_TIMEOUT, Cause.UNREACHABLE);

  /** Somebody accepts the connect and does not go on as the protocol wants. */
  private static final Set<Cause> FAULTY =
      EnumSet.of(
          Cause.CONNECTION_RESET,
          Cause.CLOSED_AFTER_CLIENT_HELLO,
          Cause.RESET_AFTER_CLIENT_HELLO,
          Cause.TLS_TIMEOUT,
          Cause.TLS_ALERT,
          Cause.PROTOCOL_VERSION,
          Cause.NOT_TLS,
          Cause.NOT_HTTP,
          Cause.NOT_SMB,
          Cause.RESPONSE_TIMEOUT,
          Cause.NO_ANSWER,
          Cause.HTTP_ERROR);

  private static final Set<Cause> CERTIFICATE =
      EnumSet.of(
          Cause.UNTRUSTED_CERTIFICATE,
          Cause.SELF_SIGNED_CERTIFICATE,
          Cause.INCOMPLETE_CHAIN,
          Cause.WRONG_NAME_IN_CERTIFICATE);

  private OwnHost() {}

  /** Whether this host itself was asked, at loopback addresses alone. */
  public static boolean asked(@Nullable Outcome outcome) {
    return outcome != null
        && !outcome.attempts().isEmpty()
        && outcome.attempts().stream().allMatch(OwnHost::loopback);
  }

  /** Whether this host's own service is what has to be mended. */
  public static boolean fails(@Nullable Outcome outcome, Cause cause) {
    return asked(outcome) && remedy(cause).isPresent();
  }

  /** Empty where the usual remedy fits this host, too. */
  static Optional<Remedy> remedy(Cause cause) {
    if (NOBODY_LISTENS.contains(cause)) {
      return of(
          "Nothing listens there: start the service, or correct the address and port of the target."
              + " If it does listen, look at this host's own packet filter.");
    }
    if (DROPPED.contains(cause)) {
      return of("Look at this host's own packet filter, and whether the service accepts in time.");
    }
    if (FAULTY.contains(cause)) {
      return of("Look at the service that listens there, and at its log.");
    }
    return CERTIFICATE.contains(cause)
        ? of(
            "Give the service there a certificate for {host} that is trusted here, or its authority"
                + " with --ca-file.")
        : Optional.empty();
  }

  private static Optional<Remedy> of(String remedy) {
    return Optional.of(
        new Remedy("No network is on the way to {endpoint}, which is this host itself. " + remedy));
  }

  private static boolean loopback(Attempt attempt) {
    return !attempt.throughProxy() && attempt.address().isLoopbackAddress();
  }
}
