// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.Needs;
import io.amlreach.agent.state.Condition;
import io.amlreach.agent.state.Standing;
import io.amlreach.agent.sweep.Ending;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Stage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonWriterTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  @Test
  void agreesWithThePublishedSchema() throws IOException {
    Schemas.assertReport(json(Reports.mixed()));
    Schemas.assertReport(json(Reports.hostile("\u001b[2J")));
    Schemas.assertReport(json(new Reports().report(Ending.DEADLINE)));
    Schemas.assertReport(
        json(
            new Reports().unanswered(Needs.need("a.example").probed()).report(Ending.INTERRUPTED)));
  }

  @Test
  void tellsWhatEverySourceSaysAboutAPrivateName() throws IOException {
    String document = json(Reports.explained("evil\u001b[2J"));
    Schemas.assertReport(document);
    JsonNode name = MAPPER.readTree(document).get("privateNames").get(0);
    assertThat(name.get("truth").asString()).isEqualTo("forwarder-missing");
    assertThat(name.get("forward").asString()).isEqualTo("blob.core.windows.net");
    assertThat(name.get("expected").get(0).asString()).isEqualTo("10.1.2.4");
    assertThat(name.get("answers").valueStream().map(each -> each.get("inUse").asBoolean()))
        .containsExactly(true, true, true, false, false);
    assertThat(name.get("answers").get(0).get("cause").asString()).isEqualTo("name-not-found");
  }

  @Test
  void tellsEveryVerdictInTheOrderOfThePlan() throws IOException {
    Report report = Reports.mixed();
    JsonNode verdicts = MAPPER.readTree(json(report)).get("verdicts");
    assertThat(verdicts.valueStream().map(node -> node.get("id").asString()))
        .containsExactlyElementsOf(
            report.verdicts().stream().map(Verdict::need).map(need -> need.id()).toList());
  }

  @Test
  void holdsTheFactsBehindAVerdict() throws IOException {
    JsonNode first = MAPPER.readTree(json(Reports.mixed())).get("verdicts").get(0);
    assertThat(first.at("/level").asString()).isEqualTo("fail");
    assertThat(first.at("/cause").asString()).isEqualTo("closed-after-client-hello");
    assertThat(first.at("/pattern").asString()).isEqualTo("*.blob.core.windows.net");
    assertThat(first.at("/attempts/0/steps/1/stage").asString()).isEqualTo("tls");
    assertThat(first.at("/attempts/0/steps/1/ms").asDouble()).isEqualTo(2.0);
  }

  @Test
  void isPlainAsciiAndStillReadsBackUnchanged() throws IOException {
    String evil = "\u001b[2J\u202eevil\r\n\u009b \u2028 \ud83d\ude00 \"quoted\" \\";
    String json = json(Reports.hostile(evil));
    assertThat(json.chars().allMatch(c -> c == '\n' || (c >= 32 && c < 127))).isTrue();
    assertThat(MAPPER.readTree(json).at("/verdicts/0/aliases/0").asString()).isEqualTo(evil);
    assertThat(MAPPER.readTree(json).at("/verdicts/0/http/server").asString()).isEqualTo(evil);
  }

  @Test
  void aDiskThatIsFullIsAnErrorOfTheDisk() {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("no space left");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Assertions.assertThatIOException()
        .isThrownBy(() -> new JsonWriter().write(Reports.mixed(), full))
        .withMessage("no space left");
  }

  @Test
  void of_a_daemon_it_says_since_when_and_what_alerts_go_by() throws IOException {
    Report report = Reports.mixed();
    Instant then = Instant.parse("2026-11-01T00:00:00Z");
    Verdict failing = report.verdicts().get(0);
    Condition passed = new Condition(Level.PASS, Stage.HTTP, Cause.OK);
    Standing standing =
        new Standing(passed, then, Condition.of(failing), 1, 2, then, then, List.of(Level.FAIL));
    StringWriter out = new StringWriter();
    new JsonWriter(Map.of(failing.need().id(), standing), "this host is blind").write(report, out);
    Schemas.assertReport(out.toString());
    JsonNode verdicts = MAPPER.readTree(out.toString()).get("verdicts");
    assertThat(verdicts.get(0).get("level").asString()).isEqualTo("fail");
    assertThat(verdicts.get(0).get("settled").asString()).isEqualTo("pass");
    assertThat(verdicts.get(0).get("since").asString()).isEqualTo(then.toString());
    assertThat(verdicts.get(0).get("lastPass").asString()).isEqualTo(then.toString());
    assertThat(MAPPER.readTree(out.toString()).get("notes").toString())
        .startsWith("[\"this host is blind\"")
        .contains(
            "this report is of the last sweep alone; for alerts, 1 failure seen once, counts after 2"
                + " sweeps in a row: see settled");
    assertThat(verdicts.get(1).has("settled")).isFalse();
    assertThat(verdicts.get(1).has("since")).isFalse();
  }

  private static String json(Report report) throws IOException {
    StringWriter out = new StringWriter();
    new JsonWriter().write(report, out);
    return out.toString();
  }
}
