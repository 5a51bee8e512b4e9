// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Advice;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What nothing else explains stands alone: one finding for one pattern, stage and cause. */
final class Unexplained implements Explanation {
  @Override
  public List<Candidate> of(Scene scene) {
    Map<Target, String> patterns = new HashMap<>(); // a target stands with the first of its needs
    for (Verdict verdict : scene.open()) {
      patterns.putIfAbsent(Seen.target(verdict), verdict.need().pattern());
    }
    List<Candidate> candidates = new ArrayList<>();
    Scene.by(scene.open(), verdict -> Key.of(verdict, patterns))
        .forEach((key, verdicts) -> candidates.add(candidate(key, verdicts)));
    return candidates;
  }

  private static Candidate candidate(Key key, List<Verdict> verdicts) {
    Advice advice = Advice.of(key.cause);
    boolean one = Say.targets(verdicts).size() == 1;
    return new Candidate(
        FindingKind.UNEXPLAINED,
        key.cause.word() + "/" + key.pattern,
        Say.few(Say.targets(verdicts)) + ": " + advice.title(),
        Confidence.LOW,
        Say.details(verdicts),
        verdicts,
        new Treatment(
            verdicts.get(0).team(),
            one ? verdicts.get(0).advice() : advice.remedy().forMany(),
            advice.remedy().aboutRules() ? Say.patterns(verdicts) : List.of(),
            advice.remedy().aboutRules() ? Say.ports(verdicts) : List.of()));
  }

  private record Key(@Nullable Stage stage, Cause cause, String pattern) {
    static Key of(Verdict verdict, Map<Target, String> patterns) {
      String pattern = patterns.getOrDefault(Seen.target(verdict), verdict.need().pattern());
      return new Key(verdict.stage(), verdict.cause(), pattern);
    }
  }
}
