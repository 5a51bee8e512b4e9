// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.page;

import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.board.Tally;
import io.amlreach.agent.board.Vantage;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.verdict.Level;

/**
 * How things are, in a few words, for the head of the page, the title of its window and its icon.
 *
 * @param like the level that looks alike
 */
record Headline(String sentence, Level like) {
  static Headline of(Snapshot snapshot) {
    if (snapshot.vantage().view() != Vantage.View.CLEAR) {
      return new Headline("Nothing can be judged from here", Level.UNKNOWN);
    }
    Report report = snapshot.report();
    if (report == null) {
      return new Headline("The first sweep is under way", Level.SKIPPED);
    }
    Tally tally = Tally.of(report, snapshot.standings(), snapshot.vantage().view());
    return new Headline(tally.headline(), tally.worst());
  }

  /** A disc with a sign, as an address that needs no request. */
  String icon() {
    return switch (like) {
      case PASS -> disc("17643a", "M4 8l3 3 5-6");
      case WARN -> disc("744b00", "M8 3.5v5.5M8 11v1.5");
      case FAIL -> disc("a8201a", "M5 5l6 6M11 5l-6 6");
      case UNKNOWN -> disc("623797", "M6 6a2 2 0 1 1 2 2.5v1M8 11v1.5");
      case SKIPPED -> disc("57606a", "M4.5 8h7");
    };
  }

  private static String disc(String colour, String sign) {
    return "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%2016%2016'%3E"
        + "%3Ccircle%20cx='8'%20cy='8'%20r='8'%20fill='%23"
        + colour
        + "'/%3E%3Cpath%20d='"
        + sign.replace(" ", "%20")
        + "'%20fill='none'%20stroke='%23fff'%20stroke-width='2'/%3E%3C/svg%3E";
  }
}
