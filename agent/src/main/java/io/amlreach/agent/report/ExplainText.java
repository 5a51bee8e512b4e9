// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.alert.Alert;
import io.amlreach.agent.alert.Runbook;
import io.amlreach.agent.finding.FindingKind;
import io.amlreach.agent.verdict.Advice;
import io.amlreach.agent.verdict.Team;
import io.amlreach.probe.Cause;
import java.util.Locale;
import java.util.stream.Collectors;

/** What causes, findings and alerts mean, for a person. */
public final class ExplainText {
  private final Style style;

  public ExplainText(Style style) {
    this.style = style;
  }

  /** All about one cause. */
  public String of(Cause cause) {
    Advice advice = Advice.of(cause);
    StringBuilder text = new StringBuilder();
    text.append(style.bold(cause.word())).append("  (").append(advice.title()).append(")\n");
    text.append(Paragraph.of("  why   ", advice.meaning()));
    String remedy = advice.remedy().forAny();
    if (!remedy.isEmpty()) {
      text.append(Paragraph.of("  do    ", remedy));
    }
    if (advice.team() != Team.NOBODY) {
      text.append(Paragraph.of("  team  ", advice.team().word()));
    }
    return text.toString();
  }

  /** What a finding of this kind says. */
  public String of(FindingKind kind) {
    return style.bold(kind.word()) + "  (a finding)\n" + Paragraph.of("  why   ", kind.meaning());
  }

  /** What to do about an alert. */
  public String of(Alert alert) {
    Runbook runbook = Runbook.of(alert);
    return style.bold(alert.title())
        + "  (an alert)\n"
        + Paragraph.of("  why   ", runbook.meaning())
        + Paragraph.of("  look  ", runbook.look())
        + Paragraph.of("  do    ", runbook.mend())
        + commands(runbook)
        + Paragraph.of("  noise ", runbook.noise());
  }

  /** Never wrapped, because they are copied. */
  private static String commands(Runbook runbook) {
    return runbook.commands().stream()
        .map(command -> "          " + command + "\n")
        .collect(Collectors.joining());
  }

  /** One line each. */
  public String list() {
    StringBuilder text = new StringBuilder("Causes of a row:\n");
    for (Cause cause : Cause.values()) {
      text.append(line(cause.word(), gist(Advice.of(cause).meaning())));
    }
    text.append("\nFindings, each of which explains rows:\n");
    for (FindingKind kind : FindingKind.values()) {
      text.append(line(kind.word(), gist(kind.meaning())));
    }
    text.append("\nAlerts of the Prometheus rules:\n");
    for (Alert alert : Alert.values()) {
      text.append(line(alert.title(), gist(Runbook.of(alert).meaning())));
    }
    return text.toString();
  }

  private static String line(String word, String meaning) {
    return String.format(Locale.ROOT, "  %-27s %s\n", word, meaning);
  }

  /** What was seen, without what it may mean. */
  private static String gist(String meaning) {
    return meaning.split("[.:;](?=\\s|$)| \\(", 2)[0];
  }
}
