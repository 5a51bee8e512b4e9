// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.page;

import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.html.Asset;
import io.amlreach.agent.report.html.EnvironmentSection;
import io.amlreach.agent.report.html.FeaturesSection;
import io.amlreach.agent.report.html.FindingsSection;
import io.amlreach.agent.report.html.HtmlWriter;
import io.amlreach.agent.report.html.Markup;
import io.amlreach.agent.report.html.NamesSection;
import io.amlreach.agent.report.html.Remarks;
import io.amlreach.agent.report.html.RowsSection;
import java.util.List;
import java.util.stream.Collectors;

/** The whole page of one snapshot. */
final class LiveDocument {
  private static final List<Asset> STYLES =
      List.of(HtmlWriter.style(), Asset.read(LiveDocument.class, "live.css"));
  private static final List<Asset> SCRIPTS =
      List.of(HtmlWriter.script(), Asset.read(LiveDocument.class, "live.js"));

  /**
   * Nothing is obeyed or asked for but what is in the page, and this agent alone is asked again.
   */
  static final String POLICY =
      "default-src 'none'; style-src "
          + hashes(STYLES)
          + "; script-src "
          + hashes(SCRIPTS)
          + "; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'"
          + "; frame-ancestors 'none'";

  private LiveDocument() {}

  /**
   * Draws it.
   *
   * @param tag by which this state of the page is known
   * @param stale whether the last sweep is older than it should be
   */
  static String of(Snapshot snapshot, String tag, boolean stale) {
    Markup page = new Markup();
    page.open("html", "lang", "en", "data-tag", tag).line();
    head(snapshot, page);
    page.open("body").line();
    page.element("a", "Skip to all rows", "class", "skip-link", "href", "#rows").line();
    HeadSection.write(snapshot, stale, page);
    page.open("main").line();
    Report report = snapshot.report();
    if (report == null) {
      page.element("p", "Nothing is known yet.", "id", "rows", "class", "muted").line();
    } else {
      sections(report, snapshot, page);
    }
    page.close("main").line();
    if (report != null) {
      EnvironmentSection.write(report, page);
    }
    SCRIPTS.forEach(script -> page.asset("script", script));
    page.close("body").close("html").line();
    return page.html();
  }

  private static void sections(Report report, Snapshot snapshot, Markup page) {
    Remarks remarks = new LiveRemarks(snapshot);
    if (HeadSection.judges(snapshot)) {
      FeaturesSection.write(report.features(), page); // at a glance, before what must be read
    }
    FindingsSection.write(report.findings(), remarks, page);
    ChangesSection.write(snapshot.transitions(), page);
    NamesSection.write(report.truth(), page);
    new RowsSection(report, remarks).write(page);
  }

  private static void head(Snapshot snapshot, Markup page) {
    Headline headline = Headline.of(snapshot);
    page.open("head").line();
    page.empty("meta", "charset", "utf-8").line();
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    page.empty("meta", "name", "referrer", "content", "no-referrer").line();
    page.element("title", headline.sentence() + " - amlreach").line();
    page.empty("link", "rel", "icon", "href", headline.icon()).line();
    STYLES.forEach(style -> page.asset("style", style));
    page.close("head").line();
  }

  private static String hashes(List<Asset> assets) {
    return assets.stream().map(Asset::hash).collect(Collectors.joining(" "));
  }
}
