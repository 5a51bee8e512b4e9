// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.report.Amount;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.Reports;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownWriterTest {
  private static final String TITLE = "Nothing reaches *.blob.core.windows.net over TLS";

  @Test
  void theHeadlineHoldsTotalsAndWhatTheExitCodeMeans() throws IOException {
    assertThat(brief(Reports.mixed()))
        .startsWith(
            """
            # amlreach: Something required fails

            **fail 3, warn 1, unknown 1, pass 2, skipped 2** (9 needs, 7 targets), exit code 1.
            """);
  }

  @Test
  void aFindingSaysWhatItCostsAndWhatToAllow() throws IOException {
    assertThat(brief(Reports.explained(TITLE)))
        .contains(
            """
            ### F1: Nothing reaches `*.blob.core.windows.net` over TLS

            Confidence **high**, explains 2 needs (`rule-missing/blob`).

            - TCP connects and TLS ends after ClientHello
            - Nothing reaches `*.blob.core.windows.net` over TLS

            **Breaks:** `studio`

            **Degrades:** `notebooks`

            **Do (firewall):** Allow `*.blob.core.windows.net` in an application rule.

            | Allow | Ports |
            | --- | --- |
            | `*.blob.core.windows.net` | `https/443` |
            | `*.vault.azure.net` | `https/443` |
            """);
  }

  @Test
  void aRowThatFailsNamesItsPatternAndItsFinding() throws IOException {
    assertThat(brief(Reports.explained(TITLE)))
        .contains(
            "| **fail** | `contosomlstore.blob.core.windows.net` | https/443 |"
                + " `*.blob.core.windows.net` | tls | closed-after-client-hello |")
        .contains("| `studio` `notebooks` | F1 |\n");
  }

  @Test
  void privateNamesAreHeldAgainstWhatEverySourceSays() throws IOException {
    assertThat(brief(Reports.explained("x.privatelink.blob.core.windows.net")))
        .contains(
            "| `contosomlstore.blob.core.windows.net` | `10.1.2.4` | `hosts file` says"
                + " `name-not-found`; `10.0.0.4:53` says `20.1.2.3 by way of"
                + " x.privatelink.blob.core.windows.net, then 10.1.2.4`; `168.63.129.16:53` says"
                + " `10.1.2.4` | **forwarder-missing** |")
        .contains("| a private address |", "| `studio` | **broken** |");
  }

  @Test
  void whatPassesIsFoldedAway() throws IOException {
    assertThat(brief(Reports.mixed()))
        .contains(
            """
            <details><summary>2 needs pass</summary>

            | Section | Needs | Hosts |
            | --- | --- | --- |
            | general-azure | 1 | `login.microsoftonline.com:443` |
            | studio | 1 | `ml.azure.com:443` |

            </details>
            """)
        .contains("<details><summary>2 needs were skipped</summary>");
  }

  @Test
  void aTicketCanHoldEvenALargeReport() throws IOException {
    String page = brief(Reports.many(700));
    assertThat(page).hasSizeLessThan(65_536).contains("and 600 more, spelled out with `--verbose`");
    assertThat(markdown(Reports.many(700), Amount.FULL)).contains("`host699.region6.example.com`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "a|b",
        "a\\|b | c",
        "`x` <b>y</b>",
        "``|``",
        "</details><h1>x",
        "[click](https://evil.example/) ![i](x)",
        "https://evil.example/ www.evil.example",
        "@everyone #1 user@evil.example",
        "**bold** _it_ ~~x~~ # head",
        "1. list",
        "- list",
        "---",
        "> quote",
        "&lt;b&gt; &#60;",
        "a\r\n\r\n# head\n| --- |",
        "\u001b[2Jx\u202ey\u0000",
      })
  void textFromTheNetworkMeansNothingButItself(String text) throws IOException {
    assertThat(brief(Reports.explained(text)).lines())
        .hasSameSizeAs(brief(Reports.explained("harmless")).lines().toList());
    for (Report report : List.of(Reports.hostile(text), Reports.explained(text))) {
      List<String> lines = brief(report).lines().toList();
      for (String line : lines) {
        assertThat(withoutCode(line))
            .doesNotContain(
                "<script", "<b>", "<h1", "](", "https:", "www.", "@", "#1", "\\|", "&lt;")
            .doesNotContainPattern("[\u0000-\u0009\u000b-\u001f\u202e]");
      }
      assertCellsAreComplete(lines);
    }
  }

  /** Every line of a table has as many cells as its head. */
  private static void assertCellsAreComplete(List<String> lines) {
    int width = 0;
    for (String line : lines) {
      int bars = (int) withoutCode(line).chars().filter(c -> c == '|').count();
      width = line.startsWith("|") ? (width == 0 ? bars : width) : 0;
      assertThat(bars).as(line).isEqualTo(width);
    }
  }

  private static String withoutCode(String line) {
    // as GitHub does: cells are cut before code is looked for, so no code may hold a bar
    Pattern code = Pattern.compile("`[^`|]+`|<code>[^<>|]*</code>");
    return code.matcher(line).replaceAll("").replace("details>", "").replace("summary>", "");
  }

  private static String brief(Report report) throws IOException {
    return markdown(report, Amount.BRIEF);
  }

  private static String markdown(Report report, Amount amount) throws IOException {
    StringWriter out = new StringWriter();
    new MarkdownWriter(amount).write(report, out);
    return out.toString();
  }
}
