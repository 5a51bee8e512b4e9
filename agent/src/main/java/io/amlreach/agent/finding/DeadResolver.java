// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.Cause;
import java.util.ArrayList;
import java.util.List;

/** Not one of the servers that were asked gave any answer. */
final class DeadResolver implements Explanation {
  @Override
  public List<Candidate> of(Scene scene) {
    List<Verdict> unanswered = scene.open(DnsServers.NO_ANSWERS);
    if (unanswered.isEmpty() || !DnsServers.answered(scene).isEmpty()) {
      return List.of();
    }
    int names = Say.hosts(unanswered).size();
    List<String> evidence = new ArrayList<>();
    evidence.add(Say.count(names, "name") + " asked for, none answered");
    evidence.addAll(Say.details(unanswered));
    boolean refusing =
        unanswered.stream()
            .allMatch(
                verdict ->
                    verdict.cause() == Cause.DNS_REFUSED
                        || verdict.cause() == Cause.DNS_SERVER_FAILURE);
    return List.of(
        new Candidate(
            FindingKind.RESOLVER_DEAD,
            "all",
            refusing
                ? "The DNS server refuses or fails every question"
                : "No DNS server answers: nothing can be resolved",
            names > 1 ? Confidence.HIGH : Confidence.MEDIUM,
            evidence,
            unanswered,
            new Treatment(
                Team.DNS,
                refusing
                    ? "Allow recursion for this subnet on the DNS server and check the servers that"
                        + " it asks itself, or give this network another server."
                    : "Check that the DNS servers of this host (/etc/resolv.conf, the VNet's DNS"
                        + " setting) run, have a route from this subnet and are open on port 53"
                        + " over UDP and TCP.",
                List.of(),
                List.of())));
  }
}
