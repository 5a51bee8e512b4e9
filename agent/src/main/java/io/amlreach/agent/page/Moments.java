// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.page;

import io.amlreach.agent.report.html.Markup;
import io.amlreach.agent.report.html.Moment;
import java.time.Instant;

/** Points in time that the script tells as what has passed since; without one they are read. */
final class Moments {
  private Moments() {}

  /** As "at ...", or "12 s ago". */
  static void ago(Instant at, Markup page) {
    write("ago", "at ", at, page);
  }

  /** As "since ...", or "for 12 s". */
  static void since(Instant at, Markup page) {
    write("for", "since ", at, page);
  }

  /** As "at about ...", or "in 12 s". */
  static void due(Instant at, Markup page) {
    write("due", "at about ", at, page);
  }

  private static void write(String how, String word, Instant at, Markup page) {
    String exact = Moment.exact(at);
    String shown = Moment.shown(at);
    page.element("time", word + shown, "data-tell", how, "title", shown, "datetime", exact);
  }
}
