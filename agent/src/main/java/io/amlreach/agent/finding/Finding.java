// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One root cause that explains verdicts.
 *
 * @param id stable between runs with the same settings: kind and subject
 * @param title what is wrong, in one line; may hold text from the network, not yet escaped
 * @param evidence what speaks for it, a line each; may hold text from the network, not yet escaped
 * @param verdicts that it explains, in the order of the plan; never empty
 * @param features that it harms, and how far
 */
public record Finding(
    String id,
    FindingKind kind,
    String title,
    Confidence confidence,
    List<String> evidence,
    List<Verdict> verdicts,
    Map<String, Impact> features,
    Treatment treatment) {
  public Finding {
    evidence = List.copyOf(evidence);
    verdicts = List.copyOf(verdicts);
    features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
  }

  /** The same about the same needs, of which more is said. */
  public Finding with(List<Verdict> told) {
    return new Finding(id, kind, title, confidence, evidence, told, features, treatment);
  }
}
