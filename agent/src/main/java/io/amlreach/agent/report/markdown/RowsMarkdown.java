// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.markdown;

import io.amlreach.agent.report.Amount;
import io.amlreach.agent.report.Count;
import io.amlreach.agent.report.Explained;
import io.amlreach.agent.report.Printable;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.Row;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.probe.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Verdicts as tables; those that ask nothing of the reader folded away. */
final class RowsMarkdown {
  /** So that a ticket can hold the page: GitHub takes 65,536 characters. */
  private static final int ROWS = 100;

  private static final int DETAIL = 160;

  private final Amount amount;
  private final Explained explained;

  RowsMarkdown(Amount amount, Explained explained) {
    this.amount = amount;
    this.explained = explained;
  }

  String notPassed(Report report) {
    List<Row> rows = new ArrayList<>();
    for (Level level : List.of(Level.FAIL, Level.WARN, Level.UNKNOWN)) {
      rows.addAll(Row.of(of(report, level)));
    }
    if (rows.isEmpty()) {
      return "";
    }
    int shown = amount == Amount.FULL ? rows.size() : Math.min(rows.size(), ROWS);
    String table =
        Md.table(
            List.of(
                "Level",
                "Host",
                "Port",
                "Pattern",
                "Stage",
                "Cause",
                "Seen",
                "Features",
                "Finding"),
            rows.subList(0, shown).stream().map(this::cells).toList());
    String rest =
        shown == rows.size()
            ? ""
            : "and " + (rows.size() - shown) + " more, spelled out with `--verbose`\n\n";
    return "## What does not pass\n\n" + table + rest;
  }

  String passed(Report report) {
    return folded(of(report, Level.PASS), "pass", verdict -> section(verdict), "Section", "Hosts");
  }

  String skipped(Report report) {
    return folded(
        of(report, Level.SKIPPED),
        "were skipped",
        verdict -> verdict.detail().isEmpty() ? verdict.cause().word() : verdict.detail(),
        "Reason",
        "Rows");
  }

  /** One line for what shares a heading. */
  private String folded(
      List<Verdict> verdicts, String what, Heading heading, String first, String second) {
    if (verdicts.isEmpty()) {
      return "";
    }
    Map<String, List<Verdict>> groups =
        verdicts.stream()
            .collect(Collectors.groupingBy(heading::of, LinkedHashMap::new, Collectors.toList()));
    List<List<String>> lines = new ArrayList<>();
    groups.forEach(
        (title, members) ->
            lines.add(
                List.of(
                    Md.prose(Printable.of(title, DETAIL)),
                    Integer.toString(members.size()),
                    names(Row.of(members)))));
    return "<details><summary>"
        + Count.of(verdicts.size(), "need")
        + " "
        + what
        + "</summary>\n\n"
        + Md.table(List.of(first, "Needs", second), lines)
        + "</details>\n\n";
  }

  private String names(List<Row> rows) {
    int shown = amount == Amount.FULL ? rows.size() : Math.min(rows.size(), ROWS);
    String names =
        Md.codes(rows.subList(0, shown).stream().map(RowsMarkdown::name).distinct().toList());
    return shown == rows.size() ? names : names + " and " + (rows.size() - shown) + " more";
  }

  private List<String> cells(Row row) {
    Verdict verdict = row.first();
    Target target = verdict.need().target();
    return List.of(
        verdict.level() == Level.FAIL ? "**fail**" : verdict.level().word(),
        target == null ? "" : Md.code(target.host()),
        target == null ? "" : target.protocol().word() + "/" + target.port(),
        Md.codes(row.patterns().isEmpty() ? List.of(verdict.need().pattern()) : row.patterns()),
        verdict.stage() == null ? "" : verdict.stage().word(),
        verdict.cause().word(),
        Md.prose(Printable.of(verdict.detail(), DETAIL)),
        Md.codes(row.features()),
        String.join(" ", explained.numbers(verdict)));
  }

  private static String name(Row row) {
    Target target = row.first().need().target();
    return target == null ? row.first().need().pattern() : target.host() + ":" + target.port();
  }

  private static List<Verdict> of(Report report, Level level) {
    return report.verdicts().stream().filter(verdict -> verdict.level() == level).toList();
  }

  private static String section(Verdict verdict) {
    CatalogEntry entry = verdict.need().entry();
    return entry == null ? "targets" : entry.section();
  }

  /** What verdicts are gathered under. */
  @FunctionalInterface
  private interface Heading {
    String of(Verdict verdict);
  }
}
