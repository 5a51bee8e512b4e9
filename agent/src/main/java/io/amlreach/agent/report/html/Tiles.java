// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.html;

import io.amlreach.agent.verdict.Level;
import java.util.Map;

/** How many there are of each level; a click shows them. */
public final class Tiles {
  private Tiles() {}

  /**
   * Writes them.
   *
   * @param levels how many needs are at each; none is said of one that is not in it
   */
  public static void write(int findings, Map<Level, Integer> levels, Markup page) {
    page.open("ul", "class", "tiles");
    if (findings > 0) {
      page.open("li").open("a", "class", "tile", "href", "#findings");
      page.element("b", Integer.toString(findings));
      page.text(findings == 1 ? "finding" : "findings").close("a").close("li");
    }
    for (Level level : Level.BY_URGENCY) {
      String href = "#level=" + level.word();
      page.open("li").open("a", "class", "tile " + level.word(), "href", href);
      page.element("b", Integer.toString(levels.getOrDefault(level, 0)));
      page.element("span", Marks.sign(level), "aria-hidden", "true").text(" " + level.word());
      page.close("a").close("li");
    }
    page.close("ul").line();
  }
}
