// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Resolution;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * This host itself has no route, for IPv4 addresses or to its DNS servers, so nothing on the way is
 * to blame. Names with IPv6 addresses alone are another matter: a host without IPv6 is usual.
 */
final class NoRoute implements Explanation {
  @Override
  public List<Candidate> of(Scene scene) {
    List<Verdict> stranded =
        scene.open(
            verdict ->
                verdict.cause() == Cause.DNS_NO_ROUTE
                    || (verdict.cause() == Cause.NO_USABLE_ADDRESS
                        && addresses(verdict).anyMatch(Inet4Address.class::isInstance)));
    if (stranded.isEmpty()) {
      return List.of();
    }
    List<String> unreachable =
        stranded.stream().flatMap(NoRoute::addresses).map(InetAddress::getHostAddress).toList();
    List<Verdict> unnamed =
        stranded.stream().filter(verdict -> verdict.cause() == Cause.DNS_NO_ROUTE).toList();
    List<String> evidence = new ArrayList<>(Say.details(unnamed));
    if (!unreachable.isEmpty()) {
      evidence.add("the kernel knows no route to " + Say.few(unreachable));
    }
    return List.of(
        new Candidate(
            FindingKind.NO_WAY_OUT,
            "no-route",
            unnamed.size() == stranded.size()
                ? "This host has no route to its DNS servers"
                : "This host has no route to " + Say.count(Say.hosts(stranded).size(), "host"),
            Confidence.HIGH,
            evidence,
            stranded,
            new Treatment(
                Team.HOST,
                "Give this host a link and a route there (ip link and ip route show what it has): in a"
                    + " VNet the default route comes by DHCP. Where it was taken away on purpose, run the"
                    + " check on a machine that has one.",
                List.of(),
                List.of())));
  }

  private static Stream<InetAddress> addresses(Verdict verdict) {
    return Seen.resolution(verdict).map(Resolution::addresses).stream().flatMap(List::stream);
  }
}
