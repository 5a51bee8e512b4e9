// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.html;

import io.amlreach.agent.finding.Finding;
import io.amlreach.agent.finding.Impact;
import io.amlreach.agent.finding.Treatment;
import io.amlreach.agent.report.Count;
import io.amlreach.agent.report.Explained;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import java.util.List;

/** What is wrong, what it costs, and what to do: the part that most readers need. */
public final class FindingsSection {
  private FindingsSection() {}

  /** Writes it; nothing when nothing is wrong. */
  public static void write(List<Finding> findings, Remarks remarks, Markup page) {
    if (findings.isEmpty()) {
      return;
    }
    page.open("section", "id", "findings", "aria-labelledby", "findings-title").line();
    page.element("h2", "Findings", "id", "findings-title").line();
    for (int i = 0; i < findings.size(); i++) {
      finding(Explained.number(i), findings.get(i), remarks, page);
    }
    page.close("section").line();
  }

  private static void finding(String number, Finding finding, Remarks remarks, Markup page) {
    String tone = "finding " + tone(finding).word();
    page.open("article", "class", tone, "id", number, "data-key", finding.id());
    page.open("h3").open("span", "class", "tag " + tone(finding).word()).text(number);
    page.close("span").text(" " + finding.title()).close("h3");
    String rows = Count.of(finding.verdicts().size(), "need");
    page.open("p", "class", "facts");
    page.text(finding.confidence().word() + " confidence, explains " + rows);
    remarks.finding(finding, page);
    page.text(" ");
    page.element("a", "Show the rows", "class", "show", "href", "#finding=" + number);
    page.text(" ").element("code", finding.id()).close("p").line();
    page.open("div", "class", "columns").open("div");
    treatment(finding.treatment(), page);
    page.close("div").open("div");
    impact(finding, page);
    page.close("div").close("div").line();
    if (!finding.evidence().isEmpty()) {
      page.open("details", "class", "evidence").element("summary", "Evidence").open("ul");
      finding.evidence().forEach(line -> page.element("li", line));
      page.close("ul").close("details");
    }
    page.close("article").line();
  }

  private static void treatment(Treatment treatment, Markup page) {
    String team = treatment.team() == Team.NOBODY ? "" : " (" + treatment.team().word() + " team)";
    page.element("h4", "What to do" + team).element("p", treatment.text());
    if (!treatment.patterns().isEmpty()) {
      // one to a line, as it can be pasted into a rule or a ticket
      page.open("div", "class", "copyable").open("pre", "class", "rule", "tabindex", "0");
      String ports = String.join(" ", treatment.ports());
      for (String pattern : treatment.patterns()) {
        page.text(ports.isEmpty() ? pattern : pattern + "  " + ports).line();
      }
      page.close("pre").close("div");
    }
  }

  private static void impact(Finding finding, Markup page) {
    if (finding.features().isEmpty()) {
      return;
    }
    page.element("h4", "What it costs");
    for (Impact impact : List.of(Impact.BROKEN, Impact.DEGRADED)) {
      List<String> features =
          finding.features().keySet().stream()
              .filter(feature -> finding.features().get(feature) == impact)
              .toList();
      if (!features.isEmpty()) {
        page.open("p");
        Marks.impact(impact, page);
        page.text(" " + String.join(", ", features)).close("p");
      }
    }
  }

  /** The worst of what it explains. */
  private static Level tone(Finding finding) {
    List<Level> levels = finding.verdicts().stream().map(Verdict::level).toList();
    return Level.BY_URGENCY.stream().filter(levels::contains).findFirst().orElse(Level.FAIL);
  }
}
