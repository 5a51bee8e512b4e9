// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A DNS filter, or the hosts file, answers with addresses that lead nowhere. */
final class Sinkhole implements Explanation {
  @Override
  public List<Candidate> of(Scene scene) {
    List<Candidate> candidates = new ArrayList<>();
    Scene.by(scene.open(Set.of(Cause.SINKHOLED)), Seen::server)
        .forEach((server, verdicts) -> candidates.add(candidate(server, verdicts)));
    return candidates;
  }

  private static Candidate candidate(String server, List<Verdict> verdicts) {
    boolean file = server.equals("hosts file");
    String who = file ? "The hosts file" : "A DNS filter at " + server;
    String hosts = Say.few(Say.hosts(verdicts));
    return new Candidate(
        FindingKind.SINKHOLE,
        server.replace(' ', '-'),
        who + " sends " + hosts + " to an address that leads nowhere",
        Confidence.HIGH,
        Say.details(verdicts),
        verdicts,
        new Treatment(
            file ? Team.HOST : Team.DNS,
            file
                ? "Remove the entries for " + hosts + " from the hosts file."
                : "Exempt " + Say.few(Say.patterns(verdicts)) + " from the DNS filter.",
            Say.patterns(verdicts),
            List.of()));
  }
}
