// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.markdown;

import io.amlreach.agent.report.Amount;
import io.amlreach.agent.report.Conclusion;
import io.amlreach.agent.report.Count;
import io.amlreach.agent.report.Explained;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.ReportWriter;
import io.amlreach.agent.report.Took;
import io.amlreach.agent.verdict.Level;
import java.io.IOException;
import java.io.Writer;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** For a ticket: what fails and why first, what is well folded away. */
public final class MarkdownWriter implements ReportWriter {
  private final Amount amount;

  public MarkdownWriter(Amount amount) {
    this.amount = amount;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    Explained explained = Explained.by(report.findings());
    RowsMarkdown rows = new RowsMarkdown(amount, explained);
    out.write(headline(report));
    out.write(new FindingsMarkdown(amount).of(report.findings()));
    out.write(rows.notPassed(report));
    out.write(NamesMarkdown.truth(report.truth()));
    out.write(NamesMarkdown.features(report.features()));
    out.write(rows.passed(report));
    out.write(rows.skipped(report));
    out.write(environment(report));
  }

  private static String headline(Report report) {
    Conclusion conclusion = Conclusion.of(report);
    Map<Level, Integer> summary = report.summary();
    String totals =
        Level.BY_URGENCY.stream()
            .map(level -> level.word() + " " + summary.get(level))
            .collect(Collectors.joining(", "));
    StringBuilder text = new StringBuilder("# amlreach: ");
    text.append(conclusion.sentence()).append("\n\n**").append(totals).append("** (");
    text.append(Count.of(report.verdicts().size(), "need")).append(", ");
    text.append(Count.of(report.targets(), "target")).append("), ");
    text.append(conclusion.exit()).append(".\n\n");
    report.notes().forEach(note -> text.append("- ").append(Md.prose(note)).append('\n'));
    return text.append(report.notes().isEmpty() ? "" : "\n").toString();
  }

  private static String environment(Report report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("amlreach", Md.code(report.version())));
    if (!report.edition().isEmpty()) {
      String size = " (" + Count.of(report.rows(), "row") + ")";
      rows.add(List.of("Catalog", Md.code(report.edition()) + size));
    }
    rows.add(List.of("Checked on", Md.code(report.host().name())));
    rows.add(List.of("DNS servers", Md.codes(report.host().resolvers())));
    if (!report.host().proxy().isEmpty()) {
      rows.add(List.of("Proxy", Md.code(report.host().proxy())));
    }
    rows.add(List.of("Started", Md.code(start(report))));
    rows.add(List.of("Took", Took.of(report.duration()) + ", " + report.ending().word()));
    return "## Environment\n\n" + Md.table(List.of("What", "Value"), rows).stripTrailing() + "\n";
  }

  private static String start(Report report) {
    return report.startedAt().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
