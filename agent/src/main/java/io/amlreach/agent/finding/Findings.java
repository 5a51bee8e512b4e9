// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.sweep.Evidence;
import io.amlreach.agent.truth.TruthTable;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Cause;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Groups verdicts by root cause: pure, the same arguments give the same findings.
 *
 * <p>Every failure, every warning and every answer that something on the way gave in place of a
 * host is in exactly one finding. The candidate that explains most comes first, so that few
 * findings explain all rows; between equals the more specific explanation wins.
 */
public final class Findings {
  /** The most specific first. */
  private static final List<Explanation> EXPLANATIONS =
      List.of(
          new PrivateNames(),
          new WrongClock(),
          new OwnService(),
          new DeadResolver(),
          new UnansweredZone(),
          new MissingNames(),
          new Sinkhole(),
          new RefusingProxy(),
          new NoRoute(),
          new NoWayOut(),
          new BlockedPort(),
          new SilentEndpoint(),
          new SingleHostRule(),
          new MissingRule(),
          new LostPackets(),
          new LocalAnswers(),
          new BlockPages(),
          new Inspection(),
          new DeadAddress(),
          new ServiceFirewall(),
          new ServerFault());

  private Findings() {}

  /** What explains the verdicts of one sweep, the most harmful first. */
  public static List<Finding> of(
      Evidence evidence, TruthTable truth, List<Verdict> verdicts, Surroundings here) {
    List<Verdict> open = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      if (troubled(verdict)) {
        open.add(verdict);
      }
    }
    return open.isEmpty()
        ? List.of()
        : Chooser.choose(new Scene(open, verdicts, evidence, truth, here));
  }

  private static boolean troubled(Verdict verdict) {
    return verdict.level() == Level.FAIL
        || verdict.level() == Level.WARN
        || (verdict.level() == Level.UNKNOWN && verdict.cause() == Cause.LOCAL_ANSWER);
  }

  /** Apart, so that a check in which all is well does not load what explains nothing. */
  private static final class Chooser {
    static List<Finding> choose(Scene start) {
      List<Candidate> chosen = new ArrayList<>();
      Scene scene = start;
      boolean more = true;
      while (more && !scene.open().isEmpty()) {
        Set<Verdict> explained = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Candidate candidate : bySize(scene)) {
          if (!Collections.disjoint(explained, candidate.verdicts())) {
            break; // what it would explain now is less, so all are asked again
          }
          explained.addAll(candidate.verdicts());
          chosen.add(candidate);
        }
        more = !explained.isEmpty();
        scene = scene.without(explained);
      }
      chosen.addAll(new Unexplained().of(scene));
      return inOrder(chosen, start);
    }

    private static List<Candidate> bySize(Scene scene) {
      List<Candidate> candidates = new ArrayList<>();
      EXPLANATIONS.forEach(explanation -> candidates.addAll(explanation.of(scene)));
      candidates.sort(
          Comparator.comparingInt((Candidate candidate) -> candidate.verdicts().size()).reversed());
      return candidates;
    }

    private static List<Finding> inOrder(List<Candidate> chosen, Scene start) {
      IdentityHashMap<Verdict, Integer> positions = new IdentityHashMap<>();
      start.open().forEach(verdict -> positions.put(verdict, positions.size()));
      return chosen.stream()
          .sorted(
              Comparator.comparing(Chooser::worst)
                  .thenComparing(candidate -> -candidate.verdicts().size())
                  .thenComparing(candidate -> positions.get(candidate.verdicts().get(0))))
          .map(Candidate::finding)
          .toList();
    }

    private static int worst(Candidate candidate) {
      List<Level> order = List.of(Level.FAIL, Level.WARN, Level.UNKNOWN);
      return candidate.verdicts().stream()
          .mapToInt(verdict -> order.indexOf(verdict.level()))
          .min()
          .orElse(order.size());
    }
  }
}
