// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Verdict;
import java.util.List;
import java.util.Map;

/**
 * A finding that may be chosen.
 *
 * @param subject tells it from others of its kind; the same in each run with the same settings
 * @param verdicts that it explains, in the order of the plan; never empty
 */
record Candidate(
    FindingKind kind,
    String subject,
    String title,
    Confidence confidence,
    List<String> evidence,
    List<Verdict> verdicts,
    Treatment treatment) {

  Finding finding() {
    Map<String, Impact> features = Harm.of(verdicts);
    String id = kind.word() + "/" + subject;
    return new Finding(id, kind, title, confidence, evidence, verdicts, features, treatment);
  }
}
