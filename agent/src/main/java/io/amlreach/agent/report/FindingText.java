// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.finding.Finding;
import io.amlreach.agent.finding.Impact;
import io.amlreach.agent.finding.Treatment;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import java.util.List;
import java.util.Map;

/** One finding of the text report: what is wrong, what it costs, why we say so, what to do. */
final class FindingText {
  /** Rows and lines of evidence before the rest is only counted. */
  private static final int ROWS = 3;

  private static final int EVIDENCE = 3;

  private static final int LENGTH = 300;

  private final Style style;
  private final Amount amount;
  private final Page page;
  private final Impacts impacts;
  private final RowText rows;

  FindingText(Style style, Amount amount, Page page, Impacts impacts, RowText rows) {
    this.style = style;
    this.amount = amount;
    this.page = page;
    this.impacts = impacts;
    this.rows = rows;
  }

  String of(Finding finding) {
    Level level = level(finding);
    List<Row> explained = Row.of(finding.verdicts());
    StringBuilder text = new StringBuilder();
    String mark = level.name() + "  ";
    String title =
        page.of(
            mark, Printable.of(finding.title(), LENGTH) + "  (" + extent(finding, explained) + ")");
    text.append(style.level(level, level.name()))
        .append(style.bold(title.substring(level.name().length())));
    text.append(harm(finding));
    int most = amount == Amount.FULL ? Integer.MAX_VALUE : EVIDENCE;
    String label = "  seen    ";
    for (String line : finding.evidence().stream().limit(most).toList()) {
      text.append(page.of(label, Printable.of(line, LENGTH)));
      label = "          ";
    }
    int shown = amount == Amount.FULL ? explained.size() : Math.min(explained.size(), ROWS);
    explained.subList(0, shown).forEach(row -> text.append(rows.of(row)));
    if (shown < explained.size()) {
      List<String> rest =
          explained.subList(shown, explained.size()).stream().map(Row::brief).toList();
      text.append(page.of("  and     ", named(rest)));
    }
    text.append(treatment(finding.treatment()));
    return text.toString();
  }

  private static Level level(Finding finding) {
    List<Level> worst = List.of(Level.FAIL, Level.WARN, Level.UNKNOWN);
    return worst.stream()
        .filter(level -> finding.verdicts().stream().map(Verdict::level).anyMatch(level::equals))
        .findFirst()
        .orElse(Level.WARN);
  }

  private static String extent(Finding finding, List<Row> explained) {
    int needs = finding.verdicts().size();
    String targets = needs == explained.size() ? "" : ", " + Count.of(explained.size(), "target");
    return finding.confidence().word() + " confidence, " + Count.of(needs, "need") + targets;
  }

  private String harm(Finding finding) {
    StringBuilder text = new StringBuilder();
    for (Impact impact : List.of(Impact.BROKEN, Impact.DEGRADED)) {
      List<String> features =
          finding.features().entrySet().stream()
              .filter(entry -> entry.getValue() == impact)
              .map(Map.Entry::getKey)
              .toList();
      if (!features.isEmpty()) {
        String label = impact == Impact.BROKEN ? "  breaks  " : "  harms   ";
        text.append(page.of(label, impacts.of(features, impact)));
      }
    }
    return text.toString();
  }

  private String treatment(Treatment treatment) {
    StringBuilder text = new StringBuilder();
    List<String> unsaid =
        treatment.patterns().stream()
            .filter(pattern -> !treatment.text().contains(pattern))
            .toList();
    if (!unsaid.isEmpty()) {
      String label = treatment.ports().isEmpty() ? "  pattern " : "  allow   ";
      String ports =
          treatment.ports().isEmpty() ? "" : "  on " + String.join(", ", treatment.ports());
      text.append(page.of(label, Printable.of(String.join("  ", unsaid)) + ports));
    }
    Team team = treatment.team();
    String whose = team == Team.NOBODY ? "" : "[" + team.word() + "] ";
    return text.append(page.of("  do      ", whose + Printable.of(treatment.text()))).toString();
  }

  private static String named(List<String> rest) {
    return rest.size() + " more, spelled out with --verbose: " + Names.of(rest);
  }
}
