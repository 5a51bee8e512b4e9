// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.state;

import io.amlreach.agent.finding.Finding;
import io.amlreach.agent.verdict.Level;
import io.amlreach.probe.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which root causes were told, and says which are new and which are gone. They are told
 * with the needs that they explain: a finding begins when the first of its needs has settled, and
 * ends when it is no longer found and nothing of it is being counted. For one thread; a sweep that
 * could judge nothing is not to be taken at all.
 */
public final class FindingLedger {
  private final Map<String, Known> told = new LinkedHashMap<>();

  /**
   * One that was told.
   *
   * @param since when it was first told
   */
  public record Known(Finding finding, Instant since) {}

  /**
   * What is to be told of a sweep.
   *
   * @param begun in the order of the report
   * @param ended as they were when they were last found, the oldest first
   */
  public record News(List<Finding> begun, List<Known> ended) {
    public News {
      begun = List.copyOf(begun);
      ended = List.copyOf(ended);
    }
  }

  /**
   * Takes what explains one sweep.
   *
   * @param at when the sweep was
   * @param findings of its report
   * @param standings after it
   */
  public News take(Instant at, List<Finding> findings, Map<String, Standing> standings) {
    Set<String> found = new HashSet<>();
    Set<String> explained = new HashSet<>();
    for (Finding finding : findings) {
      found.add(finding.id());
      needs(finding).forEach(explained::add);
    }
    List<Known> ended = new ArrayList<>();
    for (Known known : List.copyOf(told.values())) {
      String id = known.finding().id();
      if (!found.contains(id)
          && needs(known.finding()).allMatch(need -> over(standings.get(need), need, explained))) {
        told.remove(id);
        ended.add(known);
      }
    }
    List<Finding> begun = new ArrayList<>();
    for (Finding finding : findings) {
      Known known = told.get(finding.id());
      if (known == null && settled(finding, standings)) {
        begun.add(finding);
        told.put(finding.id(), new Known(finding, at));
      } else if (known != null) {
        told.put(finding.id(), new Known(finding, known.since()));
      }
    }
    return new News(begun, ended);
  }

  /** Whether at least one of the needs that a finding of the last sweep explains has settled so. */
  public static boolean settled(Finding finding, Map<String, Standing> standings) {
    return needs(finding)
        .map(standings::get)
        .anyMatch(standing -> standing == null || standing.streak() == 0);
  }

  /** Neither counted nor still as bad as it was, unless something else explains that now. */
  private static boolean over(@Nullable Standing standing, String need, Set<String> explained) {
    return standing == null
        || (standing.streak() == 0 && (explained.contains(need) || !bad(standing.settled())));
  }

  /** As what findings explain; a need that was not reached stays as it was. */
  private static boolean bad(Condition settled) {
    return settled.level() == Level.FAIL
        || settled.level() == Level.WARN
        || settled.cause() == Cause.LOCAL_ANSWER;
  }

  private static Stream<String> needs(Finding finding) {
    return finding.verdicts().stream().map(verdict -> verdict.need().id());
  }
}
