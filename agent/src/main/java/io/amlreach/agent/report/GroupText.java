// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.verdict.Advice;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Team;
import java.util.List;

/** One group of rows that could not be judged: what was seen, at which targets, what to do. */
final class GroupText {
  /** Rows spelled out before the rest of a group is only named. */
  private static final int ROWS = 3;

  private final Style style;
  private final Amount amount;
  private final Page page;
  private final RowText rows;

  GroupText(Style style, Amount amount, Page page, RowText rows) {
    this.style = style;
    this.amount = amount;
    this.page = page;
    this.rows = rows;
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
    group.rows().subList(0, shown).forEach(row -> text.append(rows.of(row)));
    if (shown < size) {
      List<Row> rest = group.rows().subList(shown, size);
      String targets = Names.of(rest.stream().map(Row::brief).toList());
      text.append(page.of("  and     ", rest.size() + " more: " + targets));
    }
    text.append(page.of("  why     ", advice.meaning()));
    text.append(page.of("  do      ", team(group) + remedy(group)));
    return text.toString();
  }

  /** Several needs may share a target. */
  private static String extent(Group group) {
    int needs = group.needs();
    int targets = group.rows().size();
    String extent = Count.of(needs, "need");
    return needs == targets ? extent : extent + ", " + Count.of(targets, "target");
  }

  private static String team(Group group) {
    Team team = group.rows().get(0).first().team();
    return team == Team.NOBODY ? "" : "[" + team.word() + "] ";
  }

  /** What helps one row can be spelled out; for many, the rows above hold the particulars. */
  private static String remedy(Group group) {
    Row first = group.rows().get(0);
    return group.rows().size() == 1 ? first.first().advice() : group.remedy().forMany();
  }
}
