// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.sweep.Evidence;
import io.amlreach.agent.truth.TruthTable;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Cause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What explanations look at.
 *
 * @param open the verdicts that nothing explains yet, in the order of the plan
 * @param all verdicts of the plan
 */
record Scene(
    List<Verdict> open, List<Verdict> all, Evidence evidence, TruthTable truth, Surroundings here) {

  Scene without(Set<Verdict> explained) {
    List<Verdict> left = open.stream().filter(verdict -> !explained.contains(verdict)).toList();
    return new Scene(left, all, evidence, truth, here);
  }

  /** The open verdicts with one of these causes. */
  List<Verdict> open(Set<Cause> causes) {
    return open(verdict -> causes.contains(verdict.cause()));
  }

  List<Verdict> open(Predicate<Verdict> which) {
    return open.stream().filter(which).toList();
  }

  /** Groups in the order of their first members. */
  static <K> Map<K, List<Verdict>> by(List<Verdict> verdicts, Function<Verdict, K> key) {
    Map<K, List<Verdict>> groups = new LinkedHashMap<>();
    for (Verdict verdict : verdicts) {
      groups.computeIfAbsent(key.apply(verdict), fresh -> new ArrayList<>()).add(verdict);
    }
    return groups;
  }
}
