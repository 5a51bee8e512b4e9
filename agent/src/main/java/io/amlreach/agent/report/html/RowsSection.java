// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.html;

import io.amlreach.agent.report.Explained;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.Row;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** All that was asked, the worst first, with a form that the script brings to life. */
public final class RowsSection {
  private final Report report;
  private final Remarks remarks;
  private final RowMarkup rows;

  /** Of one report. */
  public RowsSection(Report report, Remarks remarks) {
    this.report = report;
    this.remarks = remarks;
    Explained explained = Explained.by(report.findings());
    this.rows = new RowMarkup(explained, remarks, report.workspaces().size() > 1);
  }

  /** Writes it. */
  public void write(Markup page) {
    page.open("section", "id", "rows", "aria-labelledby", "rows-title").line();
    page.element("h2", "All rows", "id", "rows-title").line();
    form(page);
    page.open("table", "class", "matrix");
    page.element("caption", "One row for each target and answer, whoever needs it");
    page.open("thead").open("tr");
    page.element("th", "Level", "scope", "col", "class", "level");
    page.element("th", "Host and pattern", "scope", "col", "class", "host");
    page.element("th", "What was seen", "scope", "col");
    page.element("th", "Needed for", "scope", "col", "class", "needed");
    page.close("tr").close("thead").line().open("tbody").line();
    inOrder().forEach(row -> rows.write(row, page));
    page.close("tbody").close("table").line().close("section").line();
  }

  private List<Row> inOrder() {
    List<Row> rows = new ArrayList<>();
    for (Level level : Level.BY_URGENCY) {
      Predicate<Verdict> alike = verdict -> remarks.level(verdict) == level;
      rows.addAll(
          Row.of(report.verdicts().stream().filter(alike).toList()).stream()
              .sorted(Comparator.comparing((Row row) -> !remarks.urgent(row)))
              .toList());
    }
    return rows;
  }

  /** Hidden until the script shows it: without one it would do nothing. */
  private void form(Markup page) {
    page.open("form", "id", "filter", "hidden", "", "aria-label", "Filter the rows");
    page.open("fieldset").element("legend", "Level");
    for (Level level : Level.BY_URGENCY) {
      page.open("label");
      page.empty(
          "input", "type", "checkbox", "name", "level", "value", level.word(), "checked", "");
      page.text(" " + level.word()).close("label");
    }
    page.close("fieldset");
    choice("Feature", "feature", "all features", features(), page);
    if (report.workspaces().size() > 1) {
      choice("Workspace", "workspace", "all workspaces", report.workspaces(), page);
    }
    choice("Finding", "finding", "all findings", findings(), page);
    page.open("label", "class", "field").element("span", "Text");
    page.empty("input", "type", "search", "name", "text", "autocomplete", "off").close("label");
    page.element("button", "Reset", "type", "reset");
    page.open("output", "id", "shown").close("output").close("form").line();
  }

  private static void choice(
      String title, String name, String all, Iterable<String> values, Markup page) {
    page.open("label", "class", "field").element("span", title).open("select", "name", name);
    page.element("option", all, "value", "");
    values.forEach(value -> page.element("option", value, "value", value));
    page.close("select").close("label");
  }

  private Set<String> features() {
    Set<String> features = new TreeSet<>();
    for (Verdict verdict : report.verdicts()) {
      features.addAll(verdict.need().features());
    }
    return features;
  }

  private List<String> findings() {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < report.findings().size(); i++) {
      numbers.add(Explained.number(i));
    }
    return numbers;
  }
}
