// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.page;

import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.board.Sweeps;
import io.amlreach.agent.board.Tally;
import io.amlreach.agent.board.Vantage;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.Took;
import io.amlreach.agent.report.html.Contents;
import io.amlreach.agent.report.html.Markup;
import io.amlreach.agent.report.html.Tiles;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How things are at a glance, how old that is, and what can be done about it from here. */
final class HeadSection {
  private HeadSection() {}

  static void write(Snapshot snapshot, boolean stale, Markup page) {
    Report report = snapshot.report();
    page.open("header").line();
    page.element("p", subject(report), "class", "muted").line();
    page.open("div", "class", "top");
    page.element("h1", Headline.of(snapshot).sentence(), "id", "headline");
    buttons(page);
    page.close("div").line();
    sweeps(snapshot, page);
    // filled by the script: what was answered, whether anybody answers, and what has changed
    page.open("div", "data-keep", "").open("p", "id", "answer", "role", "status").close("p");
    page.element("p", "", "id", "contact", "class", "banner fail", "role", "status", "hidden", "");
    page.element("p", "", "id", "announced", "class", "unseen", "role", "status")
        .close("div")
        .line();
    Banners.write(snapshot, stale, page);
    if (report != null) {
      Tally tally = Tally.of(report, snapshot.standings(), snapshot.vantage().view());
      Tiles.write(tally.findings(), tally.levels(), page);
      Contents.begin(page)
          .section(judges(snapshot) && !report.features().isEmpty(), "features", "Features")
          .section(!report.findings().isEmpty(), "findings", "Findings")
          .section(!snapshot.transitions().isEmpty(), "changes", "Changes")
          .section(!report.truth().rows().isEmpty(), "names", "Private names")
          .section(true, "rows", "All rows")
          .section(true, "environment", "Environment")
          .end();
    }
    page.close("header").line();
  }

  /** A sweep that saw nothing says nothing of what users have left. */
  static boolean judges(Snapshot snapshot) {
    return snapshot.vantage().view() == Vantage.View.CLEAR;
  }

  private static String subject(@Nullable Report report) {
    if (report == null) {
      return "amlreach";
    }
    String workspaces =
        report.workspaces().stream()
            .filter(name -> !name.isEmpty())
            .collect(Collectors.joining(", "));
    String from = "amlreach on " + report.host().name();
    return workspaces.isEmpty() ? from : from + ": " + workspaces;
  }

  /** Hidden until the script shows them: without one they would do nothing. */
  private static void buttons(Markup page) {
    page.open("div", "id", "buttons", "data-keep", "", "hidden", "");
    page.element("button", "Check now", "type", "button", "data-post", "-/check");
    page.element("button", "Reload settings", "type", "button", "data-post", "-/reload");
    page.close("div");
  }

  private static void sweeps(Snapshot snapshot, Markup page) {
    Sweeps sweeps = snapshot.sweeps();
    String seconds = Long.toString(sweeps.interval().toSeconds());
    page.open("p", "id", "sweeps", "class", "muted", "data-interval", seconds);
    Report report = snapshot.report();
    if (sweeps.lastCompletion() == null || report == null) {
      page.text("The page fills itself when it is over.");
    } else {
      page.text("Last sweep ");
      Moments.ago(sweeps.lastCompletion(), page);
      if (sweeps.lastDuration() != null) {
        page.text(" in " + Took.of(sweeps.lastDuration()));
      }
      page.text(", the next is due ");
      Moments.due(report.startedAt().plus(sweeps.interval()), page);
      page.text(".");
    }
    page.text(" ").element("span", "", "id", "live", "data-keep", "").close("p").line();
  }
}
