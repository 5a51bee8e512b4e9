// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.amlreach.agent.stored.StoredReport;
import io.amlreach.agent.stored.StoredVerdict;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.yaml.ProblemsException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportReaderTest {
  private static final String HEAD =
      "{\"schema\": \"amlreach-report/1\", \"startedAt\": \"2026-11-22T00:00:00Z\",\n";

  @Test
  void readsBackWhatWasWritten() throws Exception {
    Report report = Reports.mixed();
    StoredReport stored = read(json(report));
    assertThat(stored.version()).isEqualTo("0.0.0");
    assertThat(stored.edition()).isEqualTo("2026-03");
    assertThat(stored.startedAt()).isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
    assertThat(stored.ending()).isEqualTo("completed");
    assertThat(stored.host()).isEqualTo("vm-1");
    assertThat(stored.resolvers()).containsExactly("10.0.0.4:53");
    assertThat(stored.verdicts().stream().map(verdict -> verdict.need().id()))
        .containsExactlyElementsOf(report.verdicts().stream().map(one -> one.need().id()).toList());
    assertThat(stored.verdicts().stream().map(StoredVerdict::level))
        .containsExactlyElementsOf(report.verdicts().stream().map(Verdict::level).toList());
  }

  @Test
  void aVerdictHasWhatItTakesToWriteItsRule() throws Exception {
    StoredVerdict first = read(json(Reports.mixed())).verdicts().get(0);
    assertThat(first.level()).isEqualTo(Level.FAIL);
    assertThat(first.stage()).isEqualTo("tls");
    assertThat(first.cause()).isEqualTo("closed-after-client-hello");
    assertThat(first.addresses()).containsExactly("10.1.2.4");
    assertThat(first.need().row()).isNotEmpty();
    assertThat(first.need().kind()).isEqualTo("host");
    assertThat(first.need().direction()).isEqualTo("outbound");
    assertThat(first.need().ports()).containsExactly("https/443");
    assertThat(first.need().host()).isEqualTo("contosomlstore.blob.core.windows.net");
    assertThat(first.need().port()).isEqualTo(443);
    assertThat(first.need().protocol()).isEqualTo("https");
    assertThat(first.need().pattern()).isEqualTo("*.blob.core.windows.net");
    assertThat(first.need().features()).containsExactly("studio", "notebooks");
    assertThat(first.need().required()).isTrue();
  }

  @Test
  void aFindingIsReadWithItsRemedy() throws Exception {
    String finding =
        """
        "findings": [{"id": "rule-missing/a", "kind": "rule-missing", "title": "t",
          "confidence": "high", "verdicts": ["a"], "features": [],
          "remedy": {"team": "firewall", "text": "allow", "pattern": "*.a", "ports": ["https/443"]}}]}
        """;
    assertThat(read(HEAD + finding).findings())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.kind()).isEqualTo("rule-missing");
              assertThat(one.team()).isEqualTo("firewall");
              assertThat(one.patterns()).containsExactly("*.a");
              assertThat(one.ports()).containsExactly("https/443");
            });
  }

  @Test
  void whatALaterVersionAddsIsLeftAlone() throws Exception {
    String later =
        HEAD
            + """
              "weather": {"rain": [1, 2, {"a": null}]},
              "verdicts": [{"id": "a", "pattern": "a.example", "level": "fail", "cause": "too-new",
                "weather": [true], "stage": null}]}
              """;
    assertThat(read(later).verdicts())
        .singleElement()
        .satisfies(one -> assertThat(one.cause()).isEqualTo("too-new"))
        .satisfies(one -> assertThat(one.stage()).isEmpty());
  }

  @Test
  void hostileTextIsReadBackUnchanged() throws Exception {
    String evil = "\u001b[2J\u202e\r\n \ud83d\ude00 \"quoted\"";
    assertThat(read(json(Reports.hostile(evil))).verdicts().get(0).aliases()).containsExactly(evil);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "| expected a report in JSON, found an empty file",
        "amlreach 0.1.0  catalog 2026-03 | expected a report in JSON, found one in text",
        "level,stage,cause | report:1 column 1: not JSON",
        "[1] | expected a report, an object",
        "'{\"schema\": \"amlreach-plan/1\"}' | schema: expected \"amlreach-report/1\", found \"amlreach-plan/1\"",
        "{} | schema: expected \"amlreach-report/1\", found nothing",
        "'{\"schema\": 7}' | schema: expected text",
        "'{\"schema\": \"amlreach-report/1\"}' | startedAt: expected the time of the check",
        "'{\"schema\": \"amlreach-report/1\", \"verdicts\": [{\"id\":' | was it cut off?",
        "'{\"schema\": \"amlreach-report/1\"} {}' | expected the end of the file, found more",
        "'{\"verdicts\": {}}' | verdicts: expected a list",
        "'{\"verdicts\": [7]}' | verdicts[0]: expected an object, found 7",
        "'{\"verdicts\": [{\"id\": 7}]}' | verdicts[0].id: expected text, found 7",
        "'{\"verdicts\": [{\"pattern\": \"a\"}]}' | verdicts[0].id: expected text, found nothing",
        "'{\"findings\": [{\"id\": \"a\", \"remedy\": []}]}' | findings[0].remedy: expected an object, found a list",
        "'{\"startedAt\": \"now\"}' | startedAt: expected a time, found \"now\"",
      })
  void whatIsNoReportIsRefusedWithTheReason(String content, String reason) {
    assertThat(refusal(content == null ? "" : content)).contains(reason);
  }

  @Test
  void aLevelThatNobodyKnowsIsAFaultWithItsLine() {
    String verdict = "\"verdicts\": [{\"id\": \"a\", \"pattern\": \"a\", \"level\": \"red\"}]}";
    assertThat(refusal(HEAD + "\n" + verdict))
        .contains("report:3", "verdicts[0].level", "expected one of pass, warn", "found \"red\"");
  }

  @Test
  void twoFieldsOfOneNameAreAFault() {
    assertThat(refusal("{\"host\": {}, \"host\": {}}")).contains("not JSON", "host");
  }

  @Test
  void aFileThatNestsWithoutEndIsRefused() {
    assertThat(refusal(HEAD + "\"x\": " + "[".repeat(100_000))).contains("50 levels, found more");
  }

  @Test
  void aFileThatIsTooLargeIsRefused() {
    byte[] blanks = new byte[65 << 20];
    Arrays.fill(blanks, (byte) ' ');
    InputStream large =
        new BufferedInputStream(
            new SequenceInputStream(in(HEAD), new ByteArrayInputStream(blanks)));
    assertThat(refusal(large)).contains("at most 64 MiB", "found more");
  }

  private static StoredReport read(String content) throws IOException, ProblemsException {
    return ReportReader.read("report", in(content));
  }

  private static String refusal(String content) {
    return refusal(in(content));
  }

  private static String refusal(InputStream in) {
    ProblemsException refused =
        catchThrowableOfType(ProblemsException.class, () -> ReportReader.read("report", in));
    return refused.problems().toString().replace("  ", " ");
  }

  private static InputStream in(String content) {
    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }

  private static String json(Report report) throws IOException {
    StringWriter out = new StringWriter();
    new JsonWriter().write(report, out);
    return out.toString();
  }
}
