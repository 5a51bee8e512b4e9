// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.finding.FeatureState;
import io.amlreach.agent.finding.Finding;
import io.amlreach.agent.verdict.Advice;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Target;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * For a person at a terminal: each root cause once with what it breaks and who mends it, then what
 * could not be judged, then what is well in one line, and the totals last.
 */
public final class TextWriter implements ReportWriter {
  private final Style style;
  private final Amount amount;
  private final Page page;

  public TextWriter(Style style, Amount amount) {
    this(style, amount, Paragraph.WIDTH);
  }

  /**
   * @param width of a line in columns; a word that is longer stays whole
   */
  public TextWriter(Style style, Amount amount, int width) {
    this.style = style;
    this.amount = amount;
    page = new Page(width);
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    out.write(head(report));
    RowText rows = new RowText(style, amount, page, report.workspaces().size() > 1);
    FindingText findings = new FindingText(style, amount, page, new Impacts(amount), rows);
    for (Finding finding : report.findings()) {
      out.write("\n");
      out.write(findings.of(finding));
    }
    GroupText groups = new GroupText(style, amount, page, rows);
    for (Group group : Group.of(report, Level.UNKNOWN)) {
      if (group.cause() != Cause.LOCAL_ANSWER) { // that is a finding
        out.write("\n");
        out.write(groups.of(Level.UNKNOWN, group));
      }
    }
    out.write(new TruthText(style, amount, page).of(report.truth()));
    out.write(skipped(report));
    out.write(passed(report));
    out.write("\n");
    for (String note : report.notes()) {
      out.write(page.of("note  ", Printable.of(note)));
    }
    out.write(features(report));
    out.write(totals(report));
  }

  private String head(Report report) {
    StringBuilder head = new StringBuilder("amlreach " + report.version());
    if (!report.edition().isEmpty()) {
      head.append("  catalog ").append(report.edition());
      head.append(" (").append(Count.of(report.rows(), "row")).append(')');
    }
    head.append("  on ").append(Printable.of(report.host().name()));
    if (!report.host().resolvers().isEmpty()) {
      head.append("  DNS ").append(String.join(", ", report.host().resolvers()));
    }
    if (!report.host().proxy().isEmpty()) {
      head.append("  proxy ").append(Printable.of(report.host().proxy()));
    }
    return style.bold(head.toString()) + "\n";
  }

  private String skipped(Report report) {
    StringBuilder text = new StringBuilder();
    for (Group group : Group.of(report, Level.SKIPPED)) {
      String title = Advice.of(group.cause()).title();
      text.append('\n');
      text.append(style.level(Level.SKIPPED, "SKIPPED")).append("  ");
      text.append(style.bold(title))
          .append("  (")
          .append(Count.of(group.needs(), "need"))
          .append(")\n");
      if (group.cause() == Cause.NOT_APPLICABLE && amount == Amount.BRIEF) {
        text.append("  service tags, inbound rules and the like: see amlreach plan\n");
      } else {
        reasons(group)
            .forEach(
                (reason, names) ->
                    text.append(page.of("  ", reason)).append(page.of("    ", names)));
      }
    }
    return text.toString();
  }

  /** The patterns that share a reason, together. */
  private static Map<String, String> reasons(Group group) {
    return group.rows().stream()
        .collect(
            Collectors.groupingBy(
                row -> Printable.of(row.first().detail()),
                LinkedHashMap::new,
                Collectors.mapping(Row::title, Collectors.joining(", "))));
  }

  private String passed(Report report) {
    List<Verdict> passed =
        report.verdicts().stream().filter(verdict -> verdict.level() == Level.PASS).toList();
    if (passed.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\n");
    String head =
        style.level(Level.PASS, "PASS") + "  " + style.bold(Count.of(passed.size(), "need"));
    long connects = passed.stream().filter(TextWriter::connectOnly).count();
    text.append(head).append(connects == 0 ? "" : "  (" + connects + " by connect only)");
    text.append('\n');
    if (amount == Amount.FULL) {
      Row.of(passed).forEach(row -> text.append(passLine(row)));
    } else {
      String sections =
          passed.stream()
              .collect(
                  Collectors.groupingBy(
                      TextWriter::section, LinkedHashMap::new, Collectors.counting()))
              .entrySet()
              .stream()
              .map(entry -> entry.getKey() + " " + entry.getValue())
              .collect(Collectors.joining(", "));
      text.append(page.of("  ", sections));
    }
    return text.toString();
  }

  private String passLine(Row row) {
    Verdict verdict = row.first();
    String layers =
        verdict.outcome() == null ? "" : String.join("; ", Layers.of(verdict.outcome()));
    String only = connectOnly(verdict) ? "  (connect only)" : "";
    return page.of("  " + row.title() + "  ", layers + only);
  }

  private static boolean connectOnly(Verdict verdict) {
    Target target = verdict.need().target();
    return target != null && target.protocol() == Protocol.TCP;
  }

  private static String section(Verdict verdict) {
    CatalogEntry entry = verdict.need().entry();
    return entry == null ? "targets" : entry.section();
  }

  /** What users have left; the names of workspaces only where there are several. */
  private String features(Report report) {
    StringBuilder text = new StringBuilder();
    for (String workspace : report.workspaces()) {
      List<FeatureState> states =
          report.features().stream().filter(state -> state.workspace().equals(workspace)).toList();
      if (report.workspaces().size() > 1 && !states.isEmpty()) {
        text.append(workspace).append('\n');
      }
      text.append(Impacts.summary(states, page));
    }
    return text.toString();
  }

  private String totals(Report report) {
    Map<Level, Integer> summary = report.summary();
    String counts =
        Level.BY_URGENCY.stream()
            .map(
                level -> {
                  int count = summary.getOrDefault(level, 0);
                  String text = level.word() + " " + count;
                  return count == 0 ? text : style.level(level, text);
                })
            .collect(Collectors.joining("  "));
    String ending =
        switch (report.ending()) {
          case COMPLETED -> "";
          case DEADLINE -> "  cut short by the deadline";
          case INTERRUPTED -> "  interrupted";
        };
    return counts
        + "  ("
        + Count.of(report.findings().size(), "finding")
        + ", "
        + Count.of(report.verdicts().size(), "need")
        + ", "
        + Count.of(report.targets(), "target")
        + ", "
        + Took.of(report.duration())
        + ")"
        + ending
        + "\n";
  }
}
