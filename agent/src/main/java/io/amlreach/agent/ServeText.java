// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.board.Vantage;
import io.amlreach.agent.report.Count;
import io.amlreach.agent.report.Printable;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.verdict.Level;
import io.amlreach.config.SettingsListing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a daemon says of itself, in its log and to systemd; escaped. */
final class ServeText {
  private ServeText() {}

  /** What is probed: {@code 2 workspaces, 98 targets every 60s}. */
  static String scope(Generation generation) {
    int workspaces = generation.settings().workspaces().size();
    boolean list = generation.plan().edition().isEmpty();
    return (list ? "" : Count.of(workspaces, "workspace") + ", ")
        + Count.of(generation.targets(), "target")
        + " every "
        + SettingsListing.spelled(generation.settings().schedule().interval());
  }

  /** How all is: {@code 95 of 98 pass, 2 fail, 1 warning, 1 finding}. */
  static String state(Report report) {
    Map<Level, Integer> counts = report.summary();
    int skipped = counts.getOrDefault(Level.SKIPPED, 0);
    List<String> parts = new ArrayList<>();
    parts.add(
        counts.getOrDefault(Level.PASS, 0)
            + " of "
            + (report.verdicts().size() - skipped)
            + " pass");
    int failing = counts.getOrDefault(Level.FAIL, 0);
    if (failing > 0) {
      parts.add(failing + (failing == 1 ? " fails" : " fail"));
    }
    int warnings = counts.getOrDefault(Level.WARN, 0);
    if (warnings > 0) {
      parts.add(Count.of(warnings, "warning"));
    }
    int unknown = counts.getOrDefault(Level.UNKNOWN, 0);
    if (unknown > 0) {
      parts.add(unknown + " unknown");
    }
    if (!report.findings().isEmpty()) {
      parts.add(Count.of(report.findings().size(), "finding"));
    }
    return String.join(", ", parts);
  }

  /** Why nothing can be judged. */
  static String blind(Outlook.View seen) {
    String why =
        seen.view() == Vantage.View.NO_NETWORK
            ? "this host has no route to anybody"
            : "no DNS server answers and nobody else does";
    return why + " (" + Printable.of(seen.detail()) + ")";
  }
}
