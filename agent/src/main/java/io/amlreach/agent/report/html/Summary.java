// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.html;

import io.amlreach.agent.report.Conclusion;
import io.amlreach.agent.report.Count;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.Took;

/** The head of the page: how it came out, in one sentence and in numbers. */
final class Summary {
  private Summary() {}

  static void write(Report report, String title, Markup page) {
    page.open("header").line();
    page.element("p", "Azure Machine Learning network report", "class", "muted").line();
    page.element("h1", title).line();
    page.open("p", "class", "muted").text("Checked on " + report.host().name() + " at ");
    page.time(report.startedAt());
    page.text(" in " + Took.of(report.duration()) + ": ");
    page.text(Count.of(report.verdicts().size(), "need") + ", ");
    page.text(Count.of(report.targets(), "target") + ", ");
    page.text(Conclusion.of(report).exit() + ".").close("p").line();
    Tiles.write(report.findings().size(), report.summary(), page);
    Contents.begin(page)
        .section(!report.findings().isEmpty(), "findings", "Findings")
        .section(!report.features().isEmpty(), "features", "Features")
        .section(!report.truth().rows().isEmpty(), "names", "Private names")
        .section(true, "rows", "All rows")
        .section(true, "environment", "Environment")
        .end();
    if (!report.notes().isEmpty()) {
      page.open("ul", "class", "notes");
      report.notes().forEach(note -> page.element("li", note));
      page.close("ul").line();
    }
    page.close("header").line();
  }
}
