// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Cause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What verdicts mean for the features that need them. */
final class Harm {
  private Harm() {}

  /** The features that these verdicts harm, and how far; in their order. */
  static Map<String, Impact> of(List<Verdict> verdicts) {
    Map<String, Impact> harm = new LinkedHashMap<>();
    for (Verdict verdict : verdicts) {
      Impact impact = of(verdict).orElse(Impact.USABLE);
      if (impact != Impact.USABLE) {
        verdict.need().features().forEach(feature -> harm.merge(feature, impact, Harm::worse));
      }
    }
    return harm;
  }

  /** What one verdict says of its features; empty when it says nothing. */
  static Optional<Impact> of(Verdict verdict) {
    return switch (verdict.level()) {
      case PASS -> Optional.of(Impact.USABLE);
      case WARN -> Optional.of(Impact.DEGRADED);
      case FAIL -> Optional.of(verdict.need().required() ? Impact.BROKEN : Impact.DEGRADED);
      case UNKNOWN ->
          verdict.cause() == Cause.LOCAL_ANSWER ? Optional.of(Impact.DEGRADED) : Optional.empty();
      case SKIPPED -> Optional.empty();
    };
  }

  static Impact worse(Impact one, Impact other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
