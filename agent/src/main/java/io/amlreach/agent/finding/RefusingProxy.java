// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Advice;
import io.amlreach.agent.verdict.Remedy;
import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Stage;
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
          Cause.PROXY_UPSTREAM_FAILED,
          Cause.RESPONSE_TIMEOUT);

  @Override
  public List<Candidate> of(Scene scene) {
    List<Candidate> candidates = new ArrayList<>();
    List<Verdict> ofProxy =
        scene.open(CAUSES).stream().filter(verdict -> verdict.stage() == Stage.PROXY).toList();
    Scene.by(ofProxy, Verdict::cause)
        .forEach((cause, verdicts) -> candidates.add(candidate(cause, verdicts)));
    return candidates;
  }

  private static Candidate candidate(Cause cause, List<Verdict> verdicts) {
    List<String> evidence = new ArrayList<>(Say.details(verdicts));
    evidence.add("seen at " + Say.few(Say.targets(verdicts)));
    boolean unreachable = cause == Cause.PROXY_UNREACHABLE; // it denied nothing
    return new Candidate(
        FindingKind.PROXY,
        cause.word(),
        title(cause),
        Confidence.HIGH,
        evidence,
        verdicts,
        new Treatment(
            Team.PROXY,
            verdicts.size() == 1 ? verdicts.get(0).advice() : remedy(cause).forMany(),
            unreachable ? List.of() : Say.patterns(verdicts),
            unreachable ? List.of() : Say.ports(verdicts)));
  }

  /** A proxy that keeps silent is most often one that waits for the host. */
  private static Remedy remedy(Cause cause) {
    Cause like = cause == Cause.RESPONSE_TIMEOUT ? Cause.PROXY_UPSTREAM_FAILED : cause;
    return Advice.of(like).remedy();
  }

  private static String title(Cause cause) {
    return switch (cause) {
      case PROXY_UNREACHABLE -> "The proxy cannot be reached";
      case PROXY_AUTHENTICATION -> "A proxy asks for credentials";
      case PROXY_DENIED -> "The proxy refuses to connect";
      case RESPONSE_TIMEOUT -> "The proxy was asked and does not answer";
      default -> "The proxy cannot reach the hosts itself";
    };
  }
}
