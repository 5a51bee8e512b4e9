// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.finding.Finding;
import io.amlreach.agent.report.Printable;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.lab.demo.Breakage;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Target;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What was broken on purpose, held against what the report says of it. */
final class Confession {
  private static final Set<Level> ALARMS = Set.of(Level.FAIL, Level.WARN);

  private static final String NOT_RUN = "not run";

  private final List<Breakage> breakages;
  private final Report report;

  Confession(List<Breakage> breakages, Report report) {
    this.breakages = breakages;
    this.report = report;
  }

  /**
   * Every breakage was found with its stage and cause and has one finding of its kind, nothing
   * healthy was blamed, and there is no finding beside these.
   */
  boolean complete() {
    return breakages.stream().allMatch(this::found)
        && falseAlarms().isEmpty()
        && breakages.size() == report.findings().size();
  }

  String text() {
    StringBuilder text =
        new StringBuilder("\nWhat was broken on purpose, and whether it was found\n");
    for (Breakage breakage : breakages) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-7s  %s\n           %s:%d  %s %s  %s\n",
              mark(breakage),
              breakage.title(),
              breakage.hosts(),
              breakage.port(),
              breakage.stage(),
              breakage.cause(),
              breakage.finding()));
    }
    for (Verdict verdict : falseAlarms()) {
      text.append("  BLAMED   nothing is wrong with ").append(verdict.need().target()).append('\n');
    }
    for (Finding finding : report.findings()) {
      if (breakages.stream().noneMatch(breakage -> of(breakage, finding))) {
        text.append("  INVENTED ").append(Printable.of(finding.title())).append('\n');
      }
    }
    long found = breakages.stream().filter(this::found).count();
    long left = breakages.stream().filter(one -> mark(one).equals(NOT_RUN)).count();
    return text.append(found)
        .append(" of ")
        .append(breakages.size())
        .append(" found, ")
        .append(left == 0 ? "" : left + " not run, ")
        .append(falseAlarms().size())
        .append(" false alarms, ")
        .append(report.findings().size())
        .append(" findings for ")
        .append(breakages.size())
        .append(" breakages\n")
        .toString();
  }

  private String mark(Breakage breakage) {
    if (found(breakage)) {
      return "found";
    }
    return report.verdicts().stream()
            .filter(verdict -> concerns(breakage, verdict))
            .anyMatch(verdict -> verdict.cause() == Cause.NOT_RUN)
        ? NOT_RUN
        : "MISSED";
  }

  /** Named rightly in the rows, and explained by one finding of its kind and by no other. */
  private boolean found(Breakage breakage) {
    List<Finding> about =
        report.findings().stream().filter(finding -> about(breakage, finding)).toList();
    return named(breakage) && about.size() == 1 && of(breakage, about.get(0));
  }

  private static boolean of(Breakage breakage, Finding finding) {
    return finding.kind().word().equals(breakage.finding())
        && finding.verdicts().stream().allMatch(verdict -> concerns(breakage, verdict));
  }

  private static boolean about(Breakage breakage, Finding finding) {
    return finding.verdicts().stream().anyMatch(verdict -> concerns(breakage, verdict));
  }

  private boolean named(Breakage breakage) {
    return report.verdicts().stream()
        .filter(verdict -> concerns(breakage, verdict))
        .anyMatch(
            verdict ->
                verdict.stage() != null
                    && verdict.stage().word().equals(breakage.stage())
                    && verdict.cause().word().equals(breakage.cause()));
  }

  private List<Verdict> falseAlarms() {
    return report.verdicts().stream()
        .filter(verdict -> ALARMS.contains(verdict.level()))
        .filter(verdict -> breakages.stream().noneMatch(one -> concerns(one, verdict)))
        .toList();
  }

  private static boolean concerns(Breakage breakage, Verdict verdict) {
    Target target = verdict.need().target();
    if (target == null) {
      return false;
    }
    // a name that is not resolved, or leads astray, does so for every port
    boolean ofName =
        breakage.stage().equals(Stage.DNS.word())
            || breakage.stage().equals(Stage.PRIVATE_ENDPOINT.word());
    return breakage.concerns(target.host(), ofName ? breakage.port() : target.port());
  }
}
