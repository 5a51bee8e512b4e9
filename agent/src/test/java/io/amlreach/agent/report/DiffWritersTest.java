// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.stored.Change;
import io.amlreach.agent.stored.Comparison;
import io.amlreach.agent.stored.StoredReport;
import io.amlreach.agent.stored.StoredVerdict;
import io.amlreach.agent.stored.Verdicts;
import io.amlreach.agent.verdict.Level;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DiffWritersTest {
  private static final StoredVerdict WELL =
      Verdicts.verdict("a.blob.core.windows.net", Level.PASS, "http", "ok", "10.1.2.4");
  private static final StoredVerdict BROKEN =
      Verdicts.verdict(
          "a.blob.core.windows.net", Level.FAIL, "tls", "closed-after-client-hello", "52.1.2.3");

  @Test
  void aNewFailureIsToldWithWhatItWasAndWhereItLeads() throws IOException {
    assertThat(text(report(WELL), report(BROKEN)))
        .contains(
            "NEW FAILURES  (1 need)",
            "  a.blob.core.windows.net:443  https  [contoso-mlw]",
            "    was pass (http ok), now fail (tls closed-after-client-hello)",
            "    resolved 10.1.2.4, now 52.1.2.3")
        .endsWith("\n1 new failure\n");
  }

  @Test
  void whatIsWellAgainAndWhatIsGoneAreToldApart() throws IOException {
    StoredVerdict gone = Verdicts.verdict("b.example", Level.FAIL, "tcp", "connect-timeout");
    assertThat(text(report(BROKEN, gone), report(WELL)))
        .contains("FIXED  (1 need)", "NOT NEEDED ANY MORE  (1 need)")
        .endsWith("\n0 new failures, 1 fixed, 1 not needed any more\n");
  }

  @Test
  void publicAddressesThatRotateAreOnlyCounted() throws IOException {
    StoredVerdict monday = Verdicts.verdict("pypi.org", Level.PASS, "http", "ok", "151.101.0.223");
    StoredVerdict tuesday =
        Verdicts.verdict("pypi.org", Level.PASS, "http", "ok", "151.101.64.223");
    assertThat(text(report(monday), report(tuesday)))
        .doesNotContain("151.101")
        .contains("1 from other public addresses");
  }

  @Test
  void whatMakesTheTwoLessComparableComesFirst() throws IOException {
    StoredReport other = Verdicts.report("2021-11", "vm-2", BROKEN);
    assertThat(text(other, report(BROKEN)).lines().skip(2))
        .startsWith("note  catalog: 2021-11, now 2026-03", "note  machine: vm-2, now vm-1");
  }

  @Test
  void hostileTextIsEscaped() throws IOException {
    StoredVerdict evil =
        Verdicts.verdict("\u001b[2J", Level.FAIL, "\u001b[2J", "\u001b[2J", "\u001b[2J");
    assertThat(text(report(), report(evil))).doesNotContain("\u001b");
  }

  @Test
  void theJsonAgreesWithThePublishedSchema() throws IOException {
    for (StoredVerdict before : Arrays.asList(WELL, BROKEN)) {
      StringWriter out = new StringWriter();
      Comparison comparison = Comparison.of(report(before), report(BROKEN));
      new DiffJsonWriter().write(comparison, out);
      Schemas.assertDiff(out.toString());
      boolean fresh = before == WELL;
      assertThat(out.toString().contains("\"new-failure\" : 1")).isEqualTo(fresh);
      assertThat(comparison.changes(Change.Kind.SAME)).hasSize(fresh ? 0 : 1);
    }
  }

  private static StoredReport report(StoredVerdict... verdicts) {
    return Verdicts.report("2026-03", "vm-1", verdicts);
  }

  private static String text(StoredReport before, StoredReport after) throws IOException {
    StringWriter out = new StringWriter();
    new DiffTextWriter(Style.PLAIN, Amount.BRIEF).write(Comparison.of(before, after), out);
    return out.toString();
  }
}
