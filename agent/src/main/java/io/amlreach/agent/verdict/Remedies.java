// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.config.catalog.Need;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Stage;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The remedy for a need: that of its cause, unless more is known than the cause. */
final class Remedies {
  /** A network security group takes no names, and a service tag covers no private endpoint. */
  static final Remedy PRIVATE_ENDPOINT =
      new Remedy(
          "Allow this subnet to reach {endpoint}, and check the network security group of the"
              + " private endpoint's subnet and the route to it; if both are right, check that the"
              + " address is still the one of {host}.");

  /** No setting makes the name, so nobody can have misspelled it. */
  static final Remedy PUBLIC_NAME =
      new Remedy(
          "This server does not know {host}, which no setting makes. If other public names are"
              + " missing too, it has no way to the internet's DNS: give it a forwarder, such as"
              + " 168.63.129.16 from inside the VNet. If only this one is, a private zone or a DNS"
              + " filter hides it.");

  private static final Set<Cause> NO_WAY =
      Set.of(Cause.CONNECT_TIMEOUT, Cause.CONNECTION_REFUSED, Cause.UNREACHABLE);

  /** What the proxy was reached for and did not do. */
  private static final Set<Cause> BEHIND_PROXY =
      Set.of(Cause.PROXY_DENIED, Cause.PROXY_UPSTREAM_FAILED, Cause.RESPONSE_TIMEOUT);

  private Remedies() {}

  static Remedy of(Need need, Reading reading, @Nullable Outcome outcome) {
    if (reading.level() == Level.PASS) {
      return Remedy.NONE;
    }
    Cause cause = reading.cause();
    if (cause == Cause.NAME_NOT_FOUND && !madeFromSettings(need)) {
      return PUBLIC_NAME;
    }
    if (reading.stage() == Stage.PROXY && BEHIND_PROXY.contains(cause)) {
      return need.expected() == AddressScope.PRIVATE
          ? Advice.of(Cause.SENT_TO_PROXY).remedy()
          : Advice.of(behindProxy(cause)).remedy();
    }
    Optional<Remedy> own = OwnHost.asked(outcome) ? OwnHost.remedy(cause) : Optional.empty();
    if (own.isPresent()) {
      return own.get();
    }
    boolean unreached = reading.stage() == Stage.TCP && NO_WAY.contains(cause);
    return unreached && outcome != null && allPrivate(outcome)
        ? PRIVATE_ENDPOINT
        : Advice.of(cause).remedy();
  }

  /** A proxy that keeps silent is most often one that waits for the host. */
  private static Cause behindProxy(Cause cause) {
    return cause == Cause.RESPONSE_TIMEOUT ? Cause.PROXY_UPSTREAM_FAILED : cause;
  }

  private static boolean madeFromSettings(Need need) {
    return need.standIn().startsWith("setting") || need.standIn().contains("; setting");
  }

  private static boolean allPrivate(Outcome outcome) {
    return outcome.attempts().stream().allMatch(attempt -> elsewhere(attempt.address()));
  }

  /** Private, and not this host itself: no endpoint is on the loopback. */
  private static boolean elsewhere(InetAddress address) {
    return AddressScope.of(address) == AddressScope.PRIVATE
        && !address.isLoopbackAddress()
        && !address.isLinkLocalAddress();
  }
}
