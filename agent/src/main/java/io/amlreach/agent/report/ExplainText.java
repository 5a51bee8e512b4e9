// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.verdict.Advice;
import io.amlreach.agent.verdict.Team;
import io.amlreach.probe.Cause;
import java.util.List;
import java.util.Locale;

/** What causes mean, for a person. */
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
    if (!advice.remedy().isEmpty()) {
      text.append(Paragraph.of("  do    ", advice.remedy()));
    }
    if (advice.team() != Team.NOBODY) {
      text.append(Paragraph.of("  team  ", advice.team().word()));
    }
    return text.toString();
  }

  /** One line each. */
  public String list(List<Cause> causes) {
    StringBuilder text = new StringBuilder();
    for (Cause cause : causes) {
      String title = Advice.of(cause).title();
      text.append(String.format(Locale.ROOT, "%-28s %s\n", cause.word(), title));
    }
    return text.toString();
  }
}
