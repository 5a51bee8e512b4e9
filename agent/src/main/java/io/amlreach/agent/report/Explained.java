// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.finding.Finding;
import io.amlreach.agent.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which findings explain a verdict. */
public final class Explained {
  private final List<Finding> findings;
  private final Map<String, List<Integer>> byNeed = new HashMap<>();

  private Explained(List<Finding> findings) {
    this.findings = findings;
  }

  public static Explained by(List<Finding> findings) {
    Explained explained = new Explained(findings);
    for (int i = 0; i < findings.size(); i++) {
      for (Verdict verdict : findings.get(i).verdicts()) {
        explained.byNeed.computeIfAbsent(verdict.need().id(), id -> new ArrayList<>()).add(i);
      }
    }
    return explained;
  }

  /** In the order of the report. */
  public List<Finding> findings(Verdict verdict) {
    return indexes(verdict).stream().map(findings::get).toList();
  }

  /** The numbers by which one report refers to them: {@code F1}, {@code F2}. */
  public List<String> numbers(Verdict verdict) {
    return indexes(verdict).stream().map(Explained::number).toList();
  }

  /**
   * The number of a finding.
   *
   * @param index in the report, from 0
   */
  public static String number(int index) {
    return "F" + (index + 1);
  }

  private List<Integer> indexes(Verdict verdict) {
    return byNeed.getOrDefault(verdict.need().id(), List.of());
  }
}
