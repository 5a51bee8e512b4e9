// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.markdown;

import io.amlreach.agent.finding.Finding;
import io.amlreach.agent.finding.Impact;
import io.amlreach.agent.finding.Treatment;
import io.amlreach.agent.report.Amount;
import io.amlreach.agent.report.Count;
import io.amlreach.agent.report.Explained;
import io.amlreach.agent.verdict.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One section for each finding: what is wrong, how sure that is, what it costs, what to do. */
final class FindingsMarkdown {
  /** Findings with a section of their own, and lines of evidence of each. */
  private static final int SECTIONS = 30;

  private static final int EVIDENCE = 10;

  private final Amount amount;

  FindingsMarkdown(Amount amount) {
    this.amount = amount;
  }

  String of(List<Finding> findings) {
    if (findings.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("## Findings\n\n");
    for (int i = 0; i < shown(findings.size(), SECTIONS); i++) {
      text.append(section(Explained.number(i), findings.get(i)));
    }
    for (int i = shown(findings.size(), SECTIONS); i < findings.size(); i++) {
      text.append("- **").append(Explained.number(i)).append("** ");
      text.append(Md.prose(findings.get(i).title())).append('\n');
    }
    return findings.size() > shown(findings.size(), SECTIONS)
        ? text.append('\n').toString()
        : text.toString();
  }

  private String section(String number, Finding finding) {
    StringBuilder text = new StringBuilder("### " + number + ": ");
    text.append(Md.prose(finding.title())).append("\n\nConfidence **");
    text.append(finding.confidence().word()).append("**, explains ");
    text.append(Count.of(finding.verdicts().size(), "need")).append(" (");
    text.append(Md.code(finding.id())).append(").\n\n");
    List<String> evidence = finding.evidence();
    int lines = shown(evidence.size(), EVIDENCE);
    evidence.subList(0, lines).forEach(line -> text.append(bullet(Md.prose(line))));
    if (lines < evidence.size()) {
      text.append(bullet("and " + (evidence.size() - lines) + " more, with `--verbose`"));
    }
    text.append(evidence.isEmpty() ? "" : "\n");
    for (Impact impact : List.of(Impact.BROKEN, Impact.DEGRADED)) {
      List<String> features = features(finding, impact);
      if (!features.isEmpty()) {
        text.append("**").append(impact == Impact.BROKEN ? "Breaks" : "Degrades").append(":** ");
        text.append(Md.codes(features)).append("\n\n");
      }
    }
    return text.append(treatment(finding.treatment())).toString();
  }

  private static String treatment(Treatment treatment) {
    StringBuilder text = new StringBuilder("**Do");
    text.append(treatment.team() == Team.NOBODY ? "" : " (" + treatment.team().word() + ")");
    text.append(":** ").append(Md.prose(treatment.text())).append("\n\n");
    if (treatment.patterns().isEmpty()) {
      return text.toString();
    }
    boolean rule = !treatment.ports().isEmpty();
    List<List<String>> rows = new ArrayList<>();
    for (String pattern : treatment.patterns()) {
      rows.add(
          rule
              ? List.of(Md.code(pattern), Md.codes(treatment.ports()))
              : List.of(Md.code(pattern)));
    }
    List<String> head = rule ? List.of("Allow", "Ports") : List.of("Names");
    return text.append(Md.table(head, rows)).toString();
  }

  private static List<String> features(Finding finding, Impact impact) {
    return finding.features().entrySet().stream()
        .filter(entry -> entry.getValue() == impact)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String bullet(String text) {
    return "- " + text + "\n";
  }

  private int shown(int size, int limit) {
    return amount == Amount.FULL ? size : Math.min(size, limit);
  }
}
