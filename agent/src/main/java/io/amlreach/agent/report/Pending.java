// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.state.Standing;
import io.amlreach.agent.verdict.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What the last sweep saw and does not count yet, because it was not seen often enough in a row:
 * why a report of that sweep and what alerts go by differ.
 */
public final class Pending {
  /** For a page that tells both. */
  public static final String NOTE =
      "Findings and features are those of the last sweep alone, with what does not count yet.";

  private static final List<Level> BEST_FIRST =
      List.of(Level.PASS, Level.WARN, Level.UNKNOWN, Level.FAIL);

  private Pending() {}

  /**
   * In a sentence: {@code 1 failure seen once, counts after 2 sweeps in a row}. Another cause of
   * the same level is not worth a word here.
   *
   * @return empty when there is nothing of the kind
   */
  public static String of(Collection<Standing> standings) {
    List<Standing> failures = new ArrayList<>();
    List<Standing> warnings = new ArrayList<>();
    List<Standing> unknown = new ArrayList<>();
    List<Standing> better = new ArrayList<>();
    for (Standing standing : standings) {
      Level seen = standing.seen().level();
      int change = BEST_FIRST.indexOf(seen) - BEST_FIRST.indexOf(standing.settled().level());
      if (standing.streak() == 0 || change == 0) {
        continue;
      }
      if (change < 0) {
        better.add(standing);
      } else {
        (seen == Level.FAIL ? failures : seen == Level.WARN ? warnings : unknown).add(standing);
      }
    }
    List<String> parts = new ArrayList<>();
    add(failures, "failure", parts);
    add(warnings, "warning", parts);
    add(unknown, "unknown answer", parts);
    add(better, "improvement", parts);
    return String.join("; ", parts);
  }

  /** The end of a sentence about one: {@code counts after 2 sweeps in a row}. */
  public static String counts(Standing standing) {
    return "counts after " + Count.of(standing.needed(), "sweep") + " in a row";
  }

  /** {@code once} or {@code 3 times}. */
  public static String times(Standing standing) {
    return standing.streak() == 1 ? "once" : standing.streak() + " times";
  }

  private static void add(List<Standing> alike, String noun, List<String> parts) {
    if (alike.isEmpty()) {
      return;
    }
    Standing first = alike.get(0);
    boolean same = alike.stream().allMatch(one -> one.streak() == first.streak());
    String often = same ? " " + times(first) : "";
    parts.add(Count.of(alike.size(), noun) + " seen" + often + ", " + counts(first));
  }
}
