// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

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

  /** Subjects may come from the network; an id must fit into a list, a link and a file name. */
  private static final Pattern NOT_FOR_IDS = Pattern.compile("[^A-Za-z0-9.*_/-]+");

  Finding finding() {
    Map<String, Impact> features = Harm.of(verdicts);
    String id = kind.word() + "/" + NOT_FOR_IDS.matcher(subject).replaceAll("-");
    return new Finding(id, kind, title, confidence, evidence, verdicts, features, treatment);
  }
}
