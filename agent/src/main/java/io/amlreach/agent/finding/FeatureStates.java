// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Cause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What users have left of each feature. */
public final class FeatureStates {
  private FeatureStates() {}

  /**
   * One state for each workspace and feature of which anything is known, in the order of the plan.
   * A feature of which something required was not run is told only when it is broken or degraded
   * anyway: what was not run is no pass.
   */
  public static List<FeatureState> of(List<Verdict> verdicts) {
    Map<Key, Impact> states = new LinkedHashMap<>();
    Set<Key> open = new HashSet<>();
    for (Verdict verdict : verdicts) {
      Optional<Impact> impact = Harm.of(verdict);
      for (String feature : verdict.need().features()) {
        Key key = new Key(verdict.need().workspace(), feature);
        impact.ifPresent(known -> states.merge(key, known, Harm::worse));
        if (verdict.cause() == Cause.NOT_RUN && verdict.need().required()) {
          open.add(key);
        }
      }
    }
    List<FeatureState> told = new ArrayList<>();
    states.forEach(
        (key, impact) -> {
          if (impact != Impact.USABLE || !open.contains(key)) {
            told.add(new FeatureState(key.workspace, key.feature, impact));
          }
        });
    return told;
  }

  private record Key(String workspace, String feature) {}
}
