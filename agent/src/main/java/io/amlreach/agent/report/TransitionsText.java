// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.stored.Change;
import io.amlreach.agent.stored.Comparison;
import io.amlreach.agent.stored.StoredReport;
import io.amlreach.agent.stored.StoredVerdict;
import io.amlreach.agent.verdict.Level;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** For a person at a terminal: what fails on one screen, then a line for each change. */
public final class TransitionsText implements Transitions {
  /** What fits a screen beside the counts. */
  private static final int SHOWN = 16;

  private final Style style;
  private final Duration interval;
  private final DateTimeFormatter clock;

  /**
   * @param interval between two checks
   * @param zone in which times of day are told
   */
  public TransitionsText(Style style, Duration interval, ZoneId zone) {
    this.style = style;
    this.interval = interval;
    this.clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  @Override
  public void first(StoredReport report, Writer out) throws IOException {
    out.write(line(report.startedAt(), counts(report)));
    Set<String> failures = new LinkedHashSet<>();
    for (StoredVerdict verdict : report.verdicts()) {
      if (verdict.level() == Level.FAIL) {
        failures.add("  " + level(verdict) + "  " + subject(verdict) + "  " + cause(verdict));
      }
    }
    List<String> lines = new ArrayList<>(failures);
    for (String failure : lines.subList(0, Math.min(SHOWN, lines.size()))) {
      out.write(failure + "\n");
    }
    if (lines.size() > SHOWN) {
      out.write("  and " + (lines.size() - SHOWN) + " more\n");
    }
    out.write(
        "checking again "
            + interval.toSeconds()
            + " s after each check; Ctrl-C ends it with the report\n");
  }

  @Override
  public void next(Comparison comparison, Writer out) throws IOException {
    Instant at = comparison.after().startedAt();
    Set<String> lines = new LinkedHashSet<>(); // needs that share a target change together
    for (Change change : comparison.changes()) {
      StoredVerdict before = change.before();
      StoredVerdict after = change.after();
      if (before != null && after != null && change.worthALine()) {
        lines.add(line(at, transition(before, after) + addresses(change)));
      }
    }
    for (String line : lines) {
      out.write(line);
    }
    if (failures(comparison.before()) > 0 && failures(comparison.after()) == 0) {
      out.write(line(at, style.level(Level.PASS, "nothing fails any more")));
    }
  }

  @Override
  public void last(Report report, ReportWriter writer, Writer out) throws IOException {
    out.write("\n");
    writer.write(report, out);
  }

  private String transition(StoredVerdict before, StoredVerdict after) {
    String was = before.level() == after.level() ? "" : "  was " + name(before);
    return level(after)
        + was
        + "  "
        + subject(after)
        + "  "
        + Printable.of(before.cause() + " -> " + after.cause());
  }

  private static String addresses(Change change) {
    return change.readdressed() ? "  " + DiffText.addresses(change) : "";
  }

  private static String counts(StoredReport report) {
    List<String> counts = new ArrayList<>();
    for (Level level : Level.values()) {
      long count = report.verdicts().stream().filter(one -> one.level() == level).count();
      counts.add(level.word() + " " + count);
    }
    return String.join("  ", counts);
  }

  private static long failures(StoredReport report) {
    return report.verdicts().stream().filter(one -> one.level() == Level.FAIL).count();
  }

  private String level(StoredVerdict verdict) {
    return style.level(verdict.level(), name(verdict));
  }

  private static String name(StoredVerdict verdict) {
    return verdict.level().name();
  }

  private static String subject(StoredVerdict verdict) {
    return DiffText.subject(verdict.need());
  }

  private static String cause(StoredVerdict verdict) {
    return Printable.of(verdict.cause());
  }

  private String line(Instant at, String text) {
    return clock.format(at) + "  " + text + "\n";
  }
}
