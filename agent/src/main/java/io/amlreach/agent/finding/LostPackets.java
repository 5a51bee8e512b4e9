// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.Attempt;
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
    List<Verdict> proofs = silent.stream().filter(verdict -> proved(scene, verdict)).toList();
    // one pattern alone is rather a device that swallows its name
    if (proofs.isEmpty() && Say.patterns(silent).size() < 2) {
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
    if (!proofs.isEmpty()) {
      evidence.add(
          "the same handshake succeeds in segments of 536 bytes: " + Say.few(Say.targets(proofs)));
    }
    return List.of(
        new Candidate(
            FindingKind.MTU_BLACK_HOLE,
            "tls",
            (proofs.isEmpty() ? "Large packets seem to get lost: " : "Large packets get lost: ")
                + Say.count(hosts.size(), "host")
                + " accept TCP and no handshake is answered",
            proofs.isEmpty() ? Confidence.LOW : Confidence.HIGH,
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

  /** Its certificate arrives as soon as it comes in small packets, whatever is to be said of it. */
  private static boolean proved(Scene scene, Verdict verdict) {
    Attempt small = scene.evidence().smallSegments().get(Seen.target(verdict));
    return small != null && (small.ok() || small.tls() != null);
  }
}
