// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import java.util.List;

/** What one verdict rests on, in one line for a log or a journal. */
public final class SeenText {
  /** Two lines of a wide terminal. */
  private static final int MOST = 300;

  private SeenText() {}

  /**
   * The layers of the address that decided, failures first, then what was seen: {@code dns ok
   * 10.1.2.4 tcp ok 2ms tls closed after ClientHello 3ms}.
   *
   * @return may hold text from the network, not yet escaped; at most some 300 characters
   */
  public static String of(Verdict verdict) {
    if (verdict.outcome() == null) {
      return cut(verdict.detail());
    }
    List<String> lines = Layers.of(verdict.outcome());
    String more = lines.size() == 1 ? "" : "  and " + (lines.size() - 1) + " more";
    boolean explained = verdict.level() == Level.PASS || verdict.detail().isEmpty();
    return cut(lines.get(0) + more + (explained ? "" : "; " + verdict.detail()));
  }

  private static String cut(String text) {
    return text.length() <= MOST ? text : text.substring(0, MOST - 3) + "...";
  }
}
