// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A web filter answers in place of the hosts: one finding for one kind of page. */
final class BlockPages implements Explanation {
  @Override
  public List<Candidate> of(Scene scene) {
    List<Candidate> candidates = new ArrayList<>();
    Scene.by(scene.open(Set.of(Cause.BLOCK_PAGE)), Verdict::detail)
        .forEach((page, verdicts) -> candidates.add(candidate(page, verdicts)));
    return candidates;
  }

  private static List<String> evidence(String page, List<Verdict> verdicts) {
    Set<String> targets = Say.targets(verdicts);
    return targets.size() == 1 ? List.of(page) : List.of(page, "seen at " + Say.few(targets));
  }

  private static Candidate candidate(String page, List<Verdict> verdicts) {
    String patterns = String.join(", ", Say.patterns(verdicts));
    return new Candidate(
        FindingKind.BLOCK_PAGE,
        String.join("+", Say.patterns(verdicts)),
        "A web filter answers in place of " + Say.few(Say.hosts(verdicts)),
        Confidence.HIGH,
        evidence(page, verdicts),
        verdicts,
        new Treatment(
            Team.PROXY,
            "Allow "
                + patterns
                + " on "
                + String.join(", ", Say.ports(verdicts))
                + " in the web filter.",
            Say.patterns(verdicts),
            Say.ports(verdicts)));
  }
}
