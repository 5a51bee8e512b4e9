// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import static io.amlreach.agent.Outcomes.address;
import static io.amlreach.agent.Outcomes.attempt;
import static io.amlreach.agent.Outcomes.bad;
import static io.amlreach.agent.Outcomes.healthy;
import static io.amlreach.agent.Outcomes.ok;
import static io.amlreach.agent.Outcomes.reached;
import static io.amlreach.agent.Outcomes.targetOf;
import static io.amlreach.agent.Outcomes.unresolved;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.Needs;
import io.amlreach.agent.sweep.Ending;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        .contains("(high confidence, 60 needs)", "57 more, spelled out with --verbose")
        .contains("host59.example.com:443 (*.example.com)", "breaks  studio (");
  }

  @Test
  void aHostThatSeveralRowsNeedIsToldOnceWithAllItsPatterns() throws IOException {
    Reports twice = new Reports();
    twice.blocked("a.example.com", "*.example.com");
    twice.blocked("a.example.com", "a.*.com");
    assertThat(brief(twice.report(Ending.COMPLETED)))
        .contains("confidence, 2 needs, 1 target)", "Allow *.example.com on https/443, a.*.com on")
        .contains("fail 2  ");
  }

  @Test
  void anInterruptedCheckSaysSoAndWhatWasNotRun() throws IOException {
    Reports half = new Reports();
    half.passing("a.example.com", "studio");
    half.unanswered(Needs.need("b.example.com").probed());
    assertThat(brief(half.report(Ending.INTERRUPTED)))
        .contains(
            "SKIPPED  not run  (1 need)\n  not run: interrupted\n    b.example.com  https/443\n")
        .endsWith("  interrupted\n");
  }

  @Test
  void aPatternOfNamesStandsBeforeATag() throws IOException {
    Reports twice = new Reports();
    twice.blocked("a.example.com", "*.example.com");
    twice.blocked(Needs.need("a.example.com").pattern("Example").serviceTag("Example"));
    twice.blocked(Needs.need("b.example.com").pattern("Example").serviceTag("Example"));
    assertThat(brief(twice.report(Ending.COMPLETED)))
        .contains(
            "Nothing reaches *.example.com over TLS", "Nothing reaches b.example.com over TLS");
  }

  @Test
  void whereTheWayIsOpenNoRuleIsAskedFor() throws IOException {
    Reports refused = new Reports();
    Need need = Needs.need("a.example.com").pattern("*.example.com").probed();
    refused.add(
        need,
        reached(
            targetOf(need),
            attempt("20.0.0.1", ok(Stage.TCP), bad(Stage.TLS, Cause.EXPIRED_CERTIFICATE))));
    assertThat(brief(refused.report(Ending.COMPLETED)))
        .contains("  pattern *.example.com\n")
        .doesNotContain("allow");
  }

  @Test
  void anAddressWasNotAskedOfADnsServer() throws IOException {
    Reports literal = new Reports();
    Need need = Needs.need("192.0.2.1").probed();
    Resolution resolution =
        new Resolution(ok(Stage.DNS), List.of(address("192.0.2.1")), List.of(), "literal", 0);
    literal.add(need, new Outcome(targetOf(need), resolution, List.of(healthy("192.0.2.1"))));
    assertThat(text(literal.report(Ending.COMPLETED), Style.PLAIN, Amount.FULL))
        .contains("192.0.2.1  https/443  address 192.0.2.1  tcp ok 2ms")
        .endsWith("(0 findings, 1 need, 1 target, 1.2s)\n")
        .contains("(1 row)");
  }

  @Test
  void whatIsMendedInAnotherWayIsAnotherGroup() throws IOException {
    Reports mixed = new Reports();
    for (String standIn : List.of("as documented", "setting keyVault")) {
      Need need = Needs.need(standIn.length() + ".example").standIn(standIn).probed();
      mixed.add(need, unresolved(targetOf(need), Cause.NAME_NOT_FOUND));
    }
    assertThat(brief(mixed.report(Ending.COMPLETED)))
        .contains("2 findings", "FAIL  13.example does not", "FAIL  16.example does not");
  }

  @Test
  void aPrivateNameIsHeldAgainstEverySource() throws IOException {
    Report report = Reports.explained("contosomlstore.privatelink.example");
    assertThat(brief(report))
        .contains("PRIVATE NAMES  1 of 2 names not as expected")
        .contains("forwarder-missing  contosomlstore.blob.core.windows.net")
        .contains("10.1.2.4 of privatelink.blob.core.windows.net: az network nic show")
        .contains("20.1.2.3 via contosomlstore.privatelink.example, then 10.1.2.4")
        .contains("168.63.129.16:53  10.1.2.4  (asked for comparison)")
        .doesNotContain("matches  contosomlkv");
    assertThat(text(report, Style.PLAIN, Amount.FULL))
        .contains("matches  contosomlkv.vault.azure.net");
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
  void aNarrowTerminalIsFollowed() throws IOException {
    StringWriter out = new StringWriter();
    new TextWriter(Style.PLAIN, Amount.BRIEF, 72).write(Reports.mixed(), out);
    // the line of totals stays whole: scripts look for it
    assertThat(out.toString().lines().skip(1).filter(line -> !line.startsWith("fail ")))
        .allMatch(line -> line.length() <= 72);
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
