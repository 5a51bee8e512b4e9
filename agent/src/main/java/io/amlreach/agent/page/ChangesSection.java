// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.page;

import io.amlreach.agent.report.Count;
import io.amlreach.agent.report.html.Markup;
import io.amlreach.agent.report.html.Moment;
import io.amlreach.agent.state.Transition;
import java.util.List;
import java.util.Set;

/** What happened lately, newest first. */
final class ChangesSection {
  /** As many as a reader looks at, before what is folded. */
  private static final int SHOWN = 8;

  private static final int LINES = 60;

  /** More names than that are folded. */
  private static final int NAMES = 3;

  private ChangesSection() {}

  static void write(List<Transition> transitions, Markup page) {
    if (transitions.isEmpty()) {
      return;
    }
    List<Changes> lines = Changes.of(transitions, LINES);
    page.open("section", "id", "changes", "aria-labelledby", "changes-title").line();
    page.element("h2", "Recent changes", "id", "changes-title").line();
    list(lines.subList(0, Math.min(SHOWN, lines.size())), page);
    if (lines.size() > SHOWN) {
      page.open("details", "id", "older").element("summary", "Older");
      list(lines.subList(SHOWN, lines.size()), page);
      page.element("p", "More is told by: amlreach history", "class", "muted").close("details");
    }
    page.close("section").line();
  }

  private static void list(List<Changes> lines, Markup page) {
    page.open("ol", "class", "changes").line();
    lines.forEach(line -> line(line, page));
    page.close("ol").line();
  }

  private static void line(Changes changes, Markup page) {
    Transition first = changes.first();
    String key = Moment.exact(first.at()) + " " + first.need() + " " + first.to().level().word();
    page.open("li", "data-key", key);
    Moments.ago(first.at(), page);
    page.open("div", "class", "what");
    Set<String> subjects = changes.subjects();
    if (subjects.size() > NAMES) {
      page.element("b", Count.of(subjects.size(), "name"));
    } else {
      String separator = "";
      for (String subject : subjects) {
        page.text(separator).name(subject);
        separator = ", ";
      }
    }
    page.text(": ");
    ConditionMarkup.change(first, page);
    page.close("div");
    if (subjects.size() > NAMES) {
      page.open("details").element("summary", "Which").open("ul");
      for (String subject : subjects) {
        page.open("li").name(subject).close("li");
      }
      page.close("ul").close("details");
    } else if (!first.evidence().isEmpty()) {
      page.element("div", first.evidence(), "class", "muted");
    }
    page.close("li").line();
  }
}
