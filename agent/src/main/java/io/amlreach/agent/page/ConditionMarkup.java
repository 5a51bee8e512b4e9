// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.page;

import io.amlreach.agent.report.html.Marks;
import io.amlreach.agent.report.html.Markup;
import io.amlreach.agent.state.Condition;
import io.amlreach.agent.state.Transition;
import io.amlreach.agent.verdict.Advice;
import io.amlreach.agent.verdict.Level;

/** How a need is or was. */
final class ConditionMarkup {
  private ConditionMarkup() {}

  /** From what to what, and why. */
  static void change(Transition transition, Markup page) {
    Condition from = transition.from();
    Condition to = transition.to();
    if (from == null) {
      page.text("new, ");
    } else {
      Marks.level(from.level(), page);
      page.text(" ").element("span", "\u2192", "aria-hidden", "true");
      page.element("span", " to ", "class", "unseen").text(" ");
    }
    Marks.level(to.level(), page);
    if (to.level() != Level.PASS) {
      page.text(" " + cause(to));
    }
  }

  /** In the words that stand in the rows. */
  static String cause(Condition condition) {
    return Advice.of(condition.cause()).title();
  }
}
