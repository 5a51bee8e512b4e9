// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.page;

import io.amlreach.agent.report.html.Markup;
import io.amlreach.agent.state.Standing;
import io.amlreach.agent.verdict.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The last results as a strip, newest at the right: the worse, the taller and the more colourful.
 */
final class Strip {
  private static final int HEIGHT = 10;

  private Strip() {}

  static void write(List<Level> recent, Markup page) {
    if (recent.isEmpty()) {
      return;
    }
    String box = "0 0 " + Standing.RECENT + " " + HEIGHT;
    page.open(
        "svg",
        "class",
        "strip",
        "viewBox",
        box,
        "preserveAspectRatio",
        "none",
        "role",
        "img",
        "aria-label",
        "Last results: " + counts(recent));
    int at = Standing.RECENT - recent.size();
    for (Run run : runs(recent)) {
      int height = height(run.level());
      page.element(
          "rect",
          "",
          "class",
          run.level().word(),
          "x",
          Integer.toString(at),
          "y",
          Integer.toString(HEIGHT - height),
          "width",
          Integer.toString(run.length()),
          "height",
          Integer.toString(height));
      at += run.length();
    }
    page.close("svg");
  }

  /** How many of each, the worst first. */
  static String counts(List<Level> recent) {
    return Level.BY_URGENCY.stream()
        .filter(recent::contains)
        .map(level -> recent.stream().filter(level::equals).count() + " " + level.word())
        .collect(Collectors.joining(", "));
  }

  private static int height(Level level) {
    return switch (level) {
      case FAIL -> HEIGHT;
      case WARN -> 7;
      case UNKNOWN -> 5;
      case PASS -> 3;
      case SKIPPED -> 1;
    };
  }

  private static List<Run> runs(List<Level> levels) {
    List<Run> runs = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= levels.size(); i++) {
      if (i == levels.size() || levels.get(i) != levels.get(from)) {
        runs.add(new Run(levels.get(from), i - from));
        from = i;
      }
    }
    return runs;
  }

  private record Run(Level level, int length) {}
}
