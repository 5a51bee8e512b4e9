// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.html;

import io.amlreach.agent.report.Conclusion;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.ReportWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;

/** For a browser, on paper, or to send to a colleague. */
public final class HtmlWriter implements ReportWriter {
  /** What every page that shares its sections looks like. */
  public static Asset style() {
    return Asset.read("report.css");
  }

  /** What filters the rows of every such page. */
  public static Asset script() {
    return Asset.read("report.js");
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    Markup page = new Markup();
    page.open("html", "lang", "en").line();
    Asset script = script();
    head(report, script, page);
    page.open("body").line();
    page.element("a", "Skip to all rows", "class", "skip-link", "href", "#rows").line();
    Summary.write(report, title(report), page);
    page.open("main").line();
    FindingsSection.write(report.findings(), Remarks.NONE, page);
    FeaturesSection.write(report.features(), page);
    NamesSection.write(report.truth(), page);
    new RowsSection(report, Remarks.NONE).write(page);
    page.close("main").line();
    EnvironmentSection.write(report, page);
    page.asset("script", script);
    page.close("body").close("html").line();
    out.write(page.html());
  }

  /** The policy comes first: it holds for what follows it. */
  private static void head(Report report, Asset script, Markup page) {
    Asset style = style();
    String policy =
        "default-src 'none'; style-src "
            + style.hash()
            + "; script-src "
            + script.hash()
            + "; base-uri 'none'; form-action 'none'";
    page.open("head").line();
    page.empty("meta", "charset", "utf-8").line();
    page.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy).line();
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    page.empty("meta", "name", "referrer", "content", "no-referrer").line();
    page.element("title", "amlreach: " + title(report)).line();
    page.asset("style", style);
    page.close("head").line();
  }

  private static String title(Report report) {
    String workspaces =
        report.workspaces().stream()
            .filter(name -> !name.isEmpty())
            .collect(Collectors.joining(", "));
    String sentence = Conclusion.of(report).sentence();
    return workspaces.isEmpty() ? sentence : workspaces + ": " + lower(sentence);
  }

  private static String lower(String sentence) {
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
