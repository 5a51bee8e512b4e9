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
    String remedy = advice.remedy().forAny();
    if (!remedy.isEmpty()) {
      text.append(Paragraph.of("  do    ", remedy));
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
      String gist = gist(Advice.of(cause).meaning());
      text.append(String.format(Locale.ROOT, "%-27s %s\n", cause.word(), gist));
    }
    return text.toString();
  }

  /** What was seen, without what it may mean. */
  private static String gist(String meaning) {
    return meaning.split("[.:;](?=\\s|$)| \\(", 2)[0];
  }
}
