// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Resolution;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * This host itself has no route for IPv4 addresses, so nothing on the way is to blame. Names with
 * IPv6 addresses alone are another matter: a host without IPv6 is usual.
 */
final class NoRoute implements Explanation {
  @Override
  public List<Candidate> of(Scene scene) {
    List<Verdict> stranded =
        scene.open(
            verdict ->
                verdict.cause() == Cause.NO_USABLE_ADDRESS
                    && addresses(verdict).anyMatch(Inet4Address.class::isInstance));
    if (stranded.isEmpty()) {
      return List.of();
    }
    List<String> unreachable =
        stranded.stream().flatMap(NoRoute::addresses).map(InetAddress::getHostAddress).toList();
    return List.of(
        new Candidate(
            FindingKind.NO_WAY_OUT,
            "no-route",
            "This host has no route to " + Say.count(Say.hosts(stranded).size(), "host"),
            Confidence.HIGH,
            List.of("the kernel knows no route to " + Say.few(unreachable)),
            stranded,
            new Treatment(
                Team.HOST,
                "Give this host a route to these addresses (ip route shows what it has): in a VNet"
                    + " the default route comes by DHCP. Where it was taken away on purpose, run the"
                    + " check on a machine that has one.",
                List.of(),
                List.of())));
  }

  private static Stream<InetAddress> addresses(Verdict verdict) {
    return Seen.resolution(verdict).map(Resolution::addresses).stream().flatMap(List::stream);
  }
}
