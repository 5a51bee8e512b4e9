// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Advice;
import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A proxy on the way, and what it says. */
final class RefusingProxy implements Explanation {
  private static final Set<Cause> CAUSES =
      Set.of(
          Cause.PROXY_UNREACHABLE,
          Cause.PROXY_AUTHENTICATION,
          Cause.PROXY_DENIED,
          Cause.PROXY_UPSTREAM_FAILED);

  @Override
  public List<Candidate> of(Scene scene) {
    List<Candidate> candidates = new ArrayList<>();
    Scene.by(scene.open(CAUSES), Verdict::cause)
        .forEach((cause, verdicts) -> candidates.add(candidate(cause, verdicts)));
    return candidates;
  }

  private static Candidate candidate(Cause cause, List<Verdict> verdicts) {
    List<String> evidence = new ArrayList<>(Say.details(verdicts));
    evidence.add("seen at " + Say.few(Say.targets(verdicts)));
    return new Candidate(
        FindingKind.PROXY,
        cause.word(),
        title(cause),
        Confidence.HIGH,
        evidence,
        verdicts,
        new Treatment(
            Team.PROXY,
            verdicts.size() == 1 ? verdicts.get(0).advice() : Advice.of(cause).remedy().forMany(),
            Say.patterns(verdicts),
            Say.ports(verdicts)));
  }

  private static String title(Cause cause) {
    return switch (cause) {
      case PROXY_UNREACHABLE -> "The proxy cannot be reached";
      case PROXY_AUTHENTICATION -> "A proxy asks for credentials";
      case PROXY_DENIED -> "The proxy refuses to connect";
      default -> "The proxy cannot reach the hosts itself";
    };
  }
}
