// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.html;

import io.amlreach.agent.report.Conclusion;
import io.amlreach.agent.report.Count;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.Took;
import io.amlreach.agent.verdict.Level;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The head of the page: how it came out, in one sentence and in numbers. */
final class Summary {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Summary() {}

  static void write(Report report, String title, Markup page) {
    page.open("header").line();
    page.element("p", "Azure Machine Learning network report", "class", "muted").line();
    page.element("h1", title).line();
    page.open("p", "class", "muted").text("Checked on " + report.host().name() + " at ");
    page.element("time", started(report), "datetime", report.startedAt().toString());
    page.text(" in " + Took.of(report.duration()) + ": ");
    page.text(Count.of(report.verdicts().size(), "need") + ", ");
    page.text(Count.of(report.targets(), "target") + ", ");
    page.text(Conclusion.of(report).exit() + ".").close("p").line();
    tiles(report, page);
    sections(report, page);
    if (!report.notes().isEmpty()) {
      page.open("ul", "class", "notes");
      report.notes().forEach(note -> page.element("li", note));
      page.close("ul").line();
    }
    page.close("header").line();
  }

  static String started(Report report) {
    return MOMENT.format(report.startedAt());
  }

  private static void tiles(Report report, Markup page) {
    page.open("ul", "class", "tiles");
    if (!report.findings().isEmpty()) {
      page.open("li").open("a", "class", "tile", "href", "#findings");
      page.element("b", Integer.toString(report.findings().size()));
      page.text(report.findings().size() == 1 ? "finding" : "findings").close("a").close("li");
    }
    for (Level level : Level.BY_URGENCY) {
      String href = "#level=" + level.word();
      page.open("li").open("a", "class", "tile " + level.word(), "href", href);
      page.element("b", Integer.toString(report.summary().getOrDefault(level, 0)));
      page.element("span", Marks.sign(level), "aria-hidden", "true").text(" " + level.word());
      page.close("a").close("li");
    }
    page.close("ul").line();
  }

  private static void sections(Report report, Markup page) {
    page.open("nav", "aria-label", "Sections").open("ul", "class", "sections");
    section(!report.findings().isEmpty(), "findings", "Findings", page);
    section(!report.features().isEmpty(), "features", "Features", page);
    section(!report.truth().rows().isEmpty(), "names", "Private names", page);
    section(true, "rows", "All rows", page);
    section(true, "environment", "Environment", page);
    page.close("ul").close("nav").line();
  }

  private static void section(boolean there, String id, String title, Markup page) {
    if (there) {
      page.open("li").element("a", title, "href", "#" + id).close("li");
    }
  }
}
