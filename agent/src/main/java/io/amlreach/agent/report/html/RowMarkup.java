// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.html;

import io.amlreach.agent.report.Count;
import io.amlreach.agent.report.Explained;
import io.amlreach.agent.report.Layers;
import io.amlreach.agent.report.Row;
import io.amlreach.agent.verdict.Advice;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.HttpFacts;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Step;
import io.amlreach.probe.Target;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row: the answer at a glance, the evidence on demand. */
final class RowMarkup {
  private final Explained explained;
  private final Remarks remarks;
  private final boolean several;

  /**
   * Of one report.
   *
   * @param several whether it is about more than one workspace, so that each row says whose it is
   */
  RowMarkup(Explained explained, Remarks remarks, boolean several) {
    this.explained = explained;
    this.remarks = remarks;
    this.several = several;
  }

  void write(Row row, Markup page) {
    Verdict verdict = row.first();
    Set<String> numbers = new LinkedHashSet<>();
    row.verdicts().forEach(one -> numbers.addAll(explained.numbers(one)));
    Level level = remarks.level(verdict);
    page.open(
        "tr",
        "data-level",
        level.word(),
        "data-key",
        verdict.need().id(),
        "data-workspaces",
        String.join(" ", row.workspaces()),
        "data-features",
        String.join(" ", row.features()),
        "data-findings",
        String.join(" ", numbers));
    page.open("td", "class", "level");
    Marks.level(level, page);
    remarks.state(row, page);
    page.close("td");
    host(row, page);
    page.open("td");
    seen(verdict, page);
    EvidenceMarkup.write(row, remarks, page);
    page.close("td").open("td", "class", "needed");
    needed(row, numbers, page);
    page.close("td").close("tr").line();
  }

  private static void host(Row row, Markup page) {
    Target target = row.first().need().target();
    page.open("th", "scope", "row", "class", "host");
    if (target == null) {
      page.name(row.first().need().pattern());
    } else {
      page.name(target.host()).text(" ");
      page.element("span", target.protocol().word() + "/" + target.port(), "class", "port");
      for (String pattern : row.patterns()) {
        page.open("div", "class", "pattern").text("pattern ").name(pattern).close("div");
      }
    }
    page.close("th");
  }

  private static void seen(Verdict verdict, Markup page) {
    if (verdict.level() != Level.PASS) {
      page.element("div", Advice.of(verdict.cause()).title(), "class", "cause");
    }
    Outcome outcome = verdict.outcome();
    if (outcome != null) {
      layers(outcome, page);
    }
    if ((outcome == null || verdict.level() == Level.PASS) && !verdict.detail().isEmpty()) {
      page.element("div", verdict.detail(), "class", "muted");
    }
  }

  private static void layers(Outcome outcome, Markup page) {
    page.open("ol", "class", "layers");
    if (outcome.attempts().isEmpty()) {
      page.open("li");
      layer(outcome.resolution().step(), null, page);
      page.close("li");
    }
    for (Attempt attempt : Layers.failedFirst(outcome)) {
      page.open("li").element("code", attempt.address().getHostAddress());
      layer(outcome.resolution().step(), null, page);
      for (Step step : attempt.steps()) {
        layer(step, attempt.http(), page);
      }
      page.close("li");
    }
    page.close("ol");
  }

  private static void layer(Step step, @Nullable HttpFacts http, Markup page) {
    String tone = step.ok() ? "layer" : "layer fail";
    page.text(" ").element("span", Layers.layer(step, http), "class", tone);
  }

  private void needed(Row row, Set<String> numbers, Markup page) {
    page.text(String.join(", ", row.features()));
    if (several) {
      page.element("div", String.join(", ", row.workspaces()), "class", "muted");
    }
    if (row.verdicts().size() > 1) {
      page.element("div", Count.of(row.verdicts().size(), "need"), "class", "muted");
    }
    if (!row.first().need().required()) {
      page.element("div", "recommended", "class", "muted");
    }
    if (!numbers.isEmpty()) {
      page.open("div").text("explained by");
      numbers.forEach(number -> page.text(" ").element("a", number, "href", "#" + number));
      page.close("div");
    }
  }
}
