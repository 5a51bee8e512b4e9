// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.html;

import io.amlreach.agent.report.Count;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.Took;

/** What the report was made with, and where. */
public final class EnvironmentSection {
  private EnvironmentSection() {}

  public static void write(Report report, Markup page) {
    page.open("footer", "id", "environment").line();
    page.element("h2", "Environment").open("dl");
    line("amlreach", report.version(), page);
    if (!report.edition().isEmpty()) {
      line("Catalog", report.edition() + ", " + Count.of(report.rows(), "row"), page);
    }
    line("Checked on", report.host().name(), page);
    line("DNS servers", String.join(", ", report.host().resolvers()), page);
    if (!report.host().proxy().isEmpty()) {
      line("Proxy", report.host().proxy(), page);
    }
    page.element("dt", "Started").open("dd").time(report.startedAt()).close("dd");
    line("Took", Took.of(report.duration()) + ", " + report.ending().word(), page);
    page.close("dl").close("footer").line();
  }

  private static void line(String term, String value, Markup page) {
    page.element("dt", term).element("dd", value);
  }
}
