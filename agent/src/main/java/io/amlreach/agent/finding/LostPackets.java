// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Connections open and handshakes get no answer: large packets get lost on the way. */
final class LostPackets implements Explanation {
  @Override
  public List<Candidate> of(Scene scene) {
    List<Verdict> silent =
        scene.open(
            verdict ->
                verdict.cause() == Cause.TLS_TIMEOUT
                    && Seen.passed(Stage.TCP, verdict)
                    && !Seen.partly(verdict));
    // one pattern alone is rather a device that swallows its name
    if (Say.patterns(silent).size() < 2) {
      return List.of();
    }
    Set<String> hosts = Say.hosts(silent);
    List<String> evidence = new ArrayList<>();
    evidence.add(
        Say.count(hosts.size(), "host")
            + " connected in "
            + Say.took(Stage.TCP, silent)
            + ", no answer to the handshake: "
            + Say.few(hosts));
    List<Verdict> small =
        scene.all().stream()
            .filter(
                verdict ->
                    Seen.passed(Stage.HTTP, verdict)
                        && Seen.target(verdict).protocol() == Protocol.HTTP)
            .toList();
    if (!small.isEmpty()) {
      evidence.add("small answers arrive: " + Say.few(Say.targets(small)));
    }
    return List.of(
        new Candidate(
            FindingKind.MTU_BLACK_HOLE,
            "tls",
            "Large packets seem to get lost: "
                + Say.count(hosts.size(), "host")
                + " accept TCP and no handshake is answered",
            Confidence.LOW,
            evidence,
            silent,
            new Treatment(
                Team.FIREWALL,
                "Check the MTU of tunnels and gateways on the way, and that ICMP \"fragmentation"
                    + " needed\" is let through or the MSS is clamped. If the MTU is right, a device"
                    + " swallows the handshake: allow the patterns there.",
                Say.patterns(silent),
                Say.ports(silent))));
  }
}
