// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.Needs;
import io.amlreach.agent.sweep.Ending;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TextWriterTest {
  @Test
  void failuresComeFirstAndPassesAreOneLine() throws IOException {
    assertThat(brief(Reports.mixed())).isEqualTo(expected("mixed.txt"));
  }

  @Test
  void verboseSpellsOutWhatIsWell() throws IOException {
    assertThat(text(Reports.mixed(), Style.PLAIN, Amount.FULL))
        .contains(
            "  ml.azure.com  https/443  dns ok 20.0.0.1  tcp ok 2ms  tls ok 2ms  http 200 2ms")
        .contains("  a service tag\n    AzureActiveDirectory");
  }

  @Test
  void manyFailuresOfOneKindDoNotBuryTheReader() throws IOException {
    Reports many = new Reports();
    for (int i = 0; i < 60; i++) {
      many.blocked("host" + i + ".example.com", "*.example.com");
    }
    assertThat(brief(many.report(Ending.COMPLETED)))
        .contains("(tls, 60 hosts)", "and 54 more", "allow   *.example.com on https/443")
        .hasLineCount(41);
  }

  @Test
  void aHostThatSeveralRowsNeedIsToldOnceWithAllItsPatterns() throws IOException {
    Reports twice = new Reports();
    twice.blocked("a.example.com", "*.example.com");
    twice.blocked("a.example.com", "a.*.com");
    assertThat(brief(twice.report(Ending.COMPLETED)))
        .contains("(tls, 1 host)", "allow   *.example.com  a.*.com")
        .contains("fail 2  ");
  }

  @Test
  void anInterruptedCheckSaysSoAndWhatWasNotRun() throws IOException {
    Reports half = new Reports();
    half.passing("a.example.com", "studio");
    half.unanswered(Needs.need("b.example.com").probed());
    assertThat(brief(half.report(Ending.INTERRUPTED)))
        .contains("SKIPPED  not run  (1)\n  not run: interrupted\n    b.example.com  https/443\n")
        .endsWith("  interrupted\n");
  }

  @Test
  void colourIsPaintedOnlyWhenAskedFor() throws IOException {
    assertThat(brief(Reports.mixed())).doesNotContain("\u001b");
    assertThat(text(Reports.mixed(), Style.COLOUR, Amount.BRIEF))
        .contains("\u001b[1;31mFAIL\u001b[0m");
  }

  @Test
  void noLineIsWiderThanThePageUnlessAWordIs() throws IOException {
    assertThat(brief(Reports.mixed()).lines()).allMatch(line -> line.length() <= Paragraph.WIDTH);
  }

  @Test
  void textFromTheNetworkCannotTouchTheTerminal() throws IOException {
    String shown = brief(Reports.hostile("CN=\u001b[2J\u202eevil\r\nFAIL fake\u009b1m\u0000"));
    assertThat(shown)
        .contains("CN=\\x1b[2J\\u202eevil\\x0d\\x0aFAIL fake\\x9b1m\\x00")
        .doesNotContain("\u001b", "\u202e", "\r", "\u009b", "\u0000");
  }

  private static String brief(Report report) throws IOException {
    return text(report, Style.PLAIN, Amount.BRIEF);
  }

  private static String text(Report report, Style style, Amount amount) throws IOException {
    StringWriter out = new StringWriter();
    new TextWriter(style, amount).write(report, out);
    return out.toString();
  }

  private static String expected(String name) throws IOException {
    try (InputStream in = TextWriterTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
