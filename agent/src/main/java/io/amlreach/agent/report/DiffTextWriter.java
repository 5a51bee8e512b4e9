// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.stored.Change;
import io.amlreach.agent.stored.Comparison;
import io.amlreach.agent.stored.StoredFinding;
import io.amlreach.agent.stored.StoredReport;
import io.amlreach.agent.verdict.Level;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** For a person: what makes the two less comparable, then what is new, and the totals last. */
public final class DiffTextWriter implements DiffWriter {
  private final Style style;
  private final Amount amount;

  public DiffTextWriter(Style style, Amount amount) {
    this.style = style;
    this.amount = amount;
  }

  @Override
  public void write(Comparison comparison, Writer out) throws IOException {
    out.write(head("old", comparison.before()));
    out.write(head("new", comparison.after()));
    for (String line : comparison.differences()) {
      out.write(Paragraph.of("note  ", Printable.of(line)));
    }
    findings(out, "NEW FINDINGS", comparison.newFindings());
    findings(out, "FINDINGS GONE", comparison.goneFindings());
    for (Change.Kind kind : Change.Kind.values()) {
      if (kind != Change.Kind.SAME && (kind != Change.Kind.ROTATED || amount == Amount.FULL)) {
        changes(out, kind, comparison.changes(kind));
      }
    }
    out.write("\n" + totals(comparison) + "\n");
  }

  private static String head(String which, StoredReport report) {
    String host = report.host().isEmpty() ? "" : "  on " + report.host();
    return Printable.of(which + "   " + report.startedAt() + host) + "\n";
  }

  private void findings(Writer out, String title, List<StoredFinding> findings) throws IOException {
    if (findings.isEmpty()) {
      return;
    }
    out.write("\n" + style.bold(title) + "  (" + findings.size() + ")\n");
    for (StoredFinding finding : findings) {
      out.write(Paragraph.of("  ", Printable.of(finding.title())));
    }
  }

  private void changes(Writer out, Change.Kind kind, List<Change> changes) throws IOException {
    if (changes.isEmpty()) {
      return;
    }
    out.write("\n" + title(kind) + "  (" + Count.of(changes.size(), "need") + ")\n");
    for (Change change : changes) {
      String workspace = change.latest().need().workspace();
      String where = workspace.isEmpty() ? "" : "  [" + Printable.of(workspace) + "]";
      out.write("  " + style.bold(DiffText.subject(change.latest().need())) + where + "\n");
      for (String line : DiffText.lines(change)) {
        out.write(Paragraph.of("    ", line));
      }
    }
  }

  private String title(Change.Kind kind) {
    return switch (kind) {
      case NEW_FAILURE -> style.level(Level.FAIL, "NEW FAILURES");
      case NOT_JUDGED -> style.level(Level.UNKNOWN, "FAILED BEFORE, NOT JUDGED NOW");
      case FIXED -> style.level(Level.PASS, "FIXED");
      case CHANGED -> style.bold("CHANGED");
      case ROTATED -> style.bold("OTHER PUBLIC ADDRESSES");
      case ADDED -> style.bold("NEEDED NOW");
      case GONE -> style.bold("NOT NEEDED ANY MORE");
      case SAME -> style.bold("SAME");
    };
  }

  private static String totals(Comparison comparison) {
    List<String> counts = new ArrayList<>();
    for (Change.Kind kind : Change.Kind.values()) {
      int count = comparison.changes(kind).size();
      if (count > 0 || kind == Change.Kind.NEW_FAILURE) {
        counts.add(count + " " + words(kind, count));
      }
    }
    return String.join(", ", counts);
  }

  private static String words(Change.Kind kind, int count) {
    return switch (kind) {
      case NEW_FAILURE -> count == 1 ? "new failure" : "new failures";
      case NOT_JUDGED -> "failed before and not judged now";
      case FIXED -> "fixed";
      case CHANGED -> "changed";
      case ROTATED -> "from other public addresses (--verbose lists them)";
      case ADDED -> "needed now";
      case GONE -> "not needed any more";
      case SAME -> "the same";
    };
  }
}
