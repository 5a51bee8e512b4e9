// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.html;

import io.amlreach.agent.report.Answers;
import io.amlreach.agent.truth.Truth;
import io.amlreach.agent.truth.TruthRow;
import io.amlreach.agent.truth.TruthTable;
import io.amlreach.agent.verdict.Level;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;

/** Expected against seen for every name that must be private. */
public final class NamesSection {
  private NamesSection() {}

  /** Writes it; nothing when no name must be private. */
  public static void write(TruthTable truth, Markup page) {
    if (truth.rows().isEmpty()) {
      return;
    }
    page.open("section", "id", "names", "aria-labelledby", "names-title").line();
    page.element("h2", "Names that must be private", "id", "names-title").line();
    page.open("table").open("thead").open("tr");
    for (String head : List.of("Verdict", "Name", "Expected", "What each source says", "Zone")) {
      page.element("th", head, "scope", "col");
    }
    page.close("tr").close("thead").line().open("tbody").line();
    truth.rows().forEach(row -> row(row, page));
    page.close("tbody").close("table").close("section").line();
  }

  private static void row(TruthRow row, Markup page) {
    Level like = row.truth() == Truth.MATCHES ? Level.PASS : Level.FAIL;
    page.open("tr").open("td");
    Marks.mark(Marks.sign(like), row.truth().word(), like.word(), page);
    page.close("td").open("th", "scope", "row").name(row.host());
    if (!row.workspace().isEmpty()) {
      page.element("p", row.workspace(), "class", "muted");
    }
    page.close("th")
        .open("td", "data-head", "Expected")
        .text(expected(row))
        .close("td")
        .open("td")
        .open("ul");
    for (Answers answers : Answers.of(row)) {
      page.open("li").element("code", answers.server()).text(": " + answers.said()).close("li");
    }
    page.close("ul");
    if (!row.detail().isEmpty()) {
      page.element("p", row.detail());
    }
    page.close("td").open("td", "data-head", "Zone");
    zone("", row.zone(), page);
    zone("forward ", row.forward(), page);
    page.close("td").close("tr").line();
  }

  private static String expected(TruthRow row) {
    String addresses =
        row.expected().stream().map(InetAddress::getHostAddress).collect(Collectors.joining(" "));
    String from = row.expectedFrom().isEmpty() ? "" : " (" + row.expectedFrom() + ")";
    return addresses.isEmpty() ? "a private address" : addresses + from;
  }

  private static void zone(String what, String zone, Markup page) {
    if (!zone.isEmpty()) {
      page.open("p").text(what).name(zone).close("p");
    }
  }
}
