// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Something on the path accepts connections for everybody. */
final class LocalAnswers implements Explanation {
  @Override
  public List<Candidate> of(Scene scene) {
    List<Verdict> doubted = scene.open(Set.of(Cause.LOCAL_ANSWER));
    if (doubted.isEmpty()) {
      return List.of();
    }
    List<String> evidence = new ArrayList<>(Say.details(doubted));
    evidence.add("not proved: " + Say.few(Say.targets(doubted)));
    return List.of(
        new Candidate(
            FindingKind.LOCAL_ANSWER,
            "connect",
            "Something on the path accepts connections to every address, so a connect proves nothing",
            Confidence.HIGH,
            evidence,
            doubted,
            new Treatment(
                Team.FIREWALL,
                "Check in the rules and logs of the firewall that these are allowed; it cannot be"
                    + " proved from here.",
                Say.patterns(doubted),
                Say.ports(doubted))));
  }
}
