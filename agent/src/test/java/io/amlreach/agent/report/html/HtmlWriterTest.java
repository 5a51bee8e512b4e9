// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.html;

import static io.amlreach.agent.report.html.Tags.all;
import static io.amlreach.agent.report.html.Tags.skeleton;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.Reports;
import io.amlreach.agent.verdict.Level;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a parser can see; what a reader sees is tested in a browser, in {@code deploy/e2e}. */
class HtmlWriterTest {
  @Test
  void everyLevelHasItsTileAndItsRows() throws IOException {
    Report report = Reports.mixed();
    String page = html(report);
    report
        .summary()
        .forEach(
            (level, count) -> {
              assertThat(page)
                  .contains("href=\"#level=" + level.word() + "\"><b>" + count + "</b>");
              assertThat(all(page, "<tr data-level=\"" + level.word() + "\"")).hasSize(count);
            });
    assertThat(page)
        .contains("<title>amlreach: contoso-mlw: something required fails</title>")
        .containsSubsequence(
            "closed after ClientHello", "connect timeout", "no answer", "ml.<wbr>azure.<wbr>com");
  }

  @Test
  void aFindingStandsBeforeTheRowsWithARuleToCopy() throws IOException {
    assertThat(html(Reports.explained("A title")))
        .containsSubsequence(
            "A title</h3>",
            "high confidence",
            "What to do (firewall team)",
            ">*.blob.core.windows.net  https/443\n*.vault.azure.net  https/443\n</pre>",
            "broken</span> studio",
            "<summary>Evidence</summary>",
            "forwarder-missing",
            "data-findings=\"F1\"");
  }

  @Test
  void aRowHoldsItsLayersAndItsSources() throws IOException {
    assertThat(html(Reports.mixed()))
        .containsSubsequence(
            "<span class=\"layer fail\">tcp connect timeout 2ms</span>",
            "<dt>Certificate</dt><dd>CN=host</dd>",
            "<dt>Source</dt><dd>page.md, 2026-03-19, section</dd>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</title></style></script><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "' autofocus onfocus='alert(1)",
        "<!-- ",
        "]]>",
        "&lt;b&gt; &#60;script&#62;",
        "javascript:alert(1)",
        "\u001b[2J\u0000\u202e\r\n\ud800",
      })
  void textFromTheNetworkBecomesNoMarkup(String text) throws IOException {
    for (boolean explained : List.of(true, false)) {
      String page = html(explained ? Reports.explained(text) : Reports.hostile(text));
      String harmless =
          html(explained ? Reports.explained("harmless") : Reports.hostile("harmless"));
      assertThat(skeleton(page)).isEqualTo(skeleton(harmless));
      assertThat(page).doesNotContainPattern("[\u0000-\u0009\u000b-\u001f\u202e]");
    }
  }

  @Test
  void nothingIsObeyedButItsOwnStyleAndScript() throws Exception {
    String page = html(Reports.explained("x"));
    String policy =
        page.substring(page.indexOf("Content-Security-Policy"), page.indexOf("<style>"));
    assertThat(policy)
        .contains("default-src &#39;none&#39;", "base-uri &#39;none&#39;", hash(page, "style"))
        .contains(hash(page, "script"))
        .doesNotContain("unsafe", "http:", "https:", "data:", " * ");
  }

  @Test
  void nothingIsFetched() throws IOException {
    String page = html(Reports.explained("https://evil.example/"));
    for (MatchResult attribute :
        Pattern.compile(" (src|href|action|style|on[a-z]+)=\"([^\"]*)\"")
            .matcher(page)
            .results()
            .toList()) {
      assertThat(attribute.group(1)).isEqualTo("href");
      assertThat(attribute.group(2)).startsWith("#");
    }
    assertThat(Asset.read("report.css").text()).doesNotContain("url(", "@import");
    assertThat(Asset.read("report.js").text())
        .doesNotContain("fetch", "innerHTML", "eval", "import");
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    String page = html(Reports.explained("x"));
    List<String> ids = all(page, " id=\"([^\"]*)\"").stream().map(match -> match.group(1)).toList();
    assertThat(ids).doesNotHaveDuplicates();
    Set<String> links = new HashSet<>();
    all(page, "href=\"#([^\"=]*)\"").forEach(match -> links.add(match.group(1)));
    assertThat(ids).containsAll(links);
  }

  @Test
  void theStructureIsThereForThoseWhoCannotSeeIt() throws IOException {
    String page = html(Reports.explained("x"));
    assertThat(page)
        .contains("<html lang=\"en\">", "<header>", "<main>", "<nav aria-label", "<footer");
    assertThat(all(page, "<h1>")).hasSize(1);
    assertThat(all(page, "<th(?! [^>]*scope=)[ >]")).isEmpty();
    assertThat(all(page, "<section(?! [^>]*aria-labelledby=)")).isEmpty();
    assertThat(all(page, "<(input|select)"))
        .hasSameSizeAs(all(page, "<label[^>]*>(?=.*?</label>)"));
  }

  @Test
  void hundredsOfNeedsAreStillASmallPage() throws IOException {
    String page = html(Reports.many(700));
    assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2_000_000);
    assertThat(all(page, "<tr data-level=\"fail\"")).hasSize(700);
  }

  @Test
  void everySchemeHasEnoughContrast() {
    String css = Asset.read("report.css").text();
    String print = css.substring(css.indexOf("@media print"));
    String dark = css.substring(css.indexOf("prefers-color-scheme: dark"), css.indexOf("* {"));
    for (String scheme : List.of(css, dark, print)) {
      for (String paper : List.of("paper", "panel")) {
        for (String ink : List.of("ink", "muted", "link")) {
          assertThat(Contrast.of(scheme, ink, paper)).as(ink + paper).isGreaterThan(4.5);
        }
      }
      for (Level level : Level.values()) {
        String tone = level.word();
        assertThat(Contrast.of(scheme, tone, tone + "-paper")).as(tone).isGreaterThan(4.5);
        assertThat(Contrast.of(scheme, tone, "paper")).as(tone).isGreaterThan(4.5);
      }
    }
  }

  private static String hash(String page, String element) throws Exception {
    int start = page.indexOf("<" + element + ">") + element.length() + 2;
    String text = page.substring(start, page.indexOf("</" + element + ">", start));
    byte[] sha256 =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return element + "-src &#39;sha256-" + Base64.getEncoder().encodeToString(sha256) + "&#39;";
  }

  private static String html(Report report) throws IOException {
    StringWriter out = new StringWriter();
    new HtmlWriter().write(report, out);
    return out.toString();
  }
}
