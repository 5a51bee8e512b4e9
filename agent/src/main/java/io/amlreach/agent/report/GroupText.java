// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.verdict.Advice;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Outcome;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One group of the text report: what happened, to which hosts, why, and what to do. */
final class GroupText {
  /** Rows spelled out before the rest of a group is only named. */
  private static final int ROWS = 6;

  /** Addresses of one host spelled out. */
  private static final int LINES = 3;

  private static final int DETAIL = 200;

  private final Style style;
  private final Amount amount;
  private final boolean workspaces;

  GroupText(Style style, Amount amount, boolean workspaces) {
    this.style = style;
    this.amount = amount;
    this.workspaces = workspaces;
  }

  String of(Level level, Group group) {
    Advice advice = Advice.of(group.cause());
    StringBuilder text = new StringBuilder();
    text.append(style.level(level, level.name())).append("  ");
    text.append(style.bold(advice.title())).append("  (");
    if (group.stage() != null) {
      text.append(group.stage().word()).append(", ");
    }
    text.append(extent(group)).append(")\n");
    int size = group.rows().size();
    int shown = amount == Amount.FULL ? size : Math.min(size, ROWS);
    group.rows().subList(0, shown).forEach(row -> text.append(row(group, row)));
    if (shown < size) {
      text.append(rest(level, group.rows().subList(shown, size)));
    }
    text.append(Paragraph.of("  why     ", advice.meaning()));
    text.append(Paragraph.of("  do      ", team(advice) + remedy(group)));
    return text.toString();
  }

  /** Several needs may share a target. */
  private static String extent(Group group) {
    int needs = group.needs();
    int targets = group.rows().size();
    String extent = Count.of(needs, "need");
    return needs == targets ? extent : extent + ", " + Count.of(targets, "target");
  }

  private String row(Group group, Row row) {
    StringBuilder text = new StringBuilder();
    text.append("  ").append(style.bold(row.title()));
    if (workspaces && !row.workspaces().isEmpty()) {
      text.append("  [").append(String.join(", ", row.workspaces())).append(']');
    }
    text.append('\n');
    if (!row.patterns().isEmpty()) {
      String label = group.remedy().aboutRules() ? "    allow   " : "    pattern ";
      text.append(Paragraph.of(label, String.join("  ", row.patterns())));
    }
    Verdict verdict = row.first();
    if (verdict.outcome() != null) {
      text.append(layers(verdict.outcome()));
    }
    if (!verdict.detail().isEmpty()) {
      text.append(Paragraph.of("    seen    ", Printable.of(verdict.detail(), DETAIL)));
    }
    Set<String> features = row.features();
    if (!features.isEmpty()) {
      text.append(Paragraph.of(harm(verdict.level()), String.join(", ", features)));
    }
    return text.toString();
  }

  private String layers(Outcome outcome) {
    List<String> lines = Layers.of(outcome);
    int shown = amount == Amount.FULL ? lines.size() : Math.min(lines.size(), LINES);
    StringBuilder text = new StringBuilder();
    lines.subList(0, shown).forEach(line -> text.append(Paragraph.of("    ", line)));
    if (shown < lines.size()) {
      int more = lines.size() - shown;
      text.append("    and ")
          .append(more)
          .append(more == 1 ? " more address\n" : " more addresses\n");
    }
    return text.toString();
  }

  private static String rest(Level level, List<Row> rows) {
    Set<String> features = new LinkedHashSet<>();
    rows.forEach(row -> features.addAll(row.features()));
    String targets = rows.stream().map(Row::brief).collect(Collectors.joining(", "));
    return "  and "
        + rows.size()
        + " more, spelled out with --verbose:\n"
        + Paragraph.of("    targets ", targets)
        + (features.isEmpty() ? "" : Paragraph.of(harm(level), String.join(", ", features)));
  }

  private static String harm(Level level) {
    return level == Level.FAIL ? "    breaks  " : "    affects ";
  }

  private static String team(Advice advice) {
    return advice.team() == Team.NOBODY ? "" : "[" + advice.team().word() + "] ";
  }

  /** What helps one row can be spelled out; for many, the rows above hold the particulars. */
  private static String remedy(Group group) {
    Verdict first = group.rows().get(0).first();
    return group.rows().size() == 1 ? first.advice() : group.remedy().forMany();
  }
}
