// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.Style;
import io.amlreach.agent.report.Transitions;
import io.amlreach.agent.report.TransitionsJson;
import io.amlreach.agent.report.TransitionsText;
import io.amlreach.agent.sweep.Ending;
import io.amlreach.agent.sweep.Evidence;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.catalog.Plan;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Target;
import io.amlreach.probe.TrustSource;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Need NEED = Needs.need("contosomlstore.blob.core.windows.net").probed();

  private final Deque<Report> checks = new ArrayDeque<>();
  private final StringWriter screen = new StringWriter();

  @Test
  void tellsTheFirstStateAndThenOnlyWhatChanges() throws Exception {
    checks.add(report(0, blocked(), Ending.COMPLETED));
    checks.add(report(10, blocked(), Ending.COMPLETED));
    checks.add(report(67, well(), Ending.COMPLETED));
    checks.add(report(77, well(), Ending.COMPLETED));
    checks.add(report(90, blocked(), Ending.COMPLETED));
    Report last = run(text());
    assertThat(screen.toString())
        .isEqualTo(
            """
            12:00:00  pass 0  warn 0  fail 1  unknown 0  skipped 0
              FAIL  contosomlstore.blob.core.windows.net:443  https  closed-after-client-hello
            checking again 10 s after each check; Ctrl-C ends it with the report
            12:01:07  PASS  was FAIL  contosomlstore.blob.core.windows.net:443  https  closed-after-client-hello -> ok
            12:01:07  nothing fails any more
            12:01:30  FAIL  was PASS  contosomlstore.blob.core.windows.net:443  https  ok -> closed-after-client-hello
            """);
    assertThat(last.startedAt()).isEqualTo(NOON.plusSeconds(90));
  }

  @Test
  void aCheckThatIsInterruptedIsNotTheLastAnswer() throws Exception {
    checks.add(report(0, blocked(), Ending.COMPLETED));
    checks.add(report(10, well(), Ending.INTERRUPTED));
    checks.add(report(20, well(), Ending.COMPLETED));
    assertThat(run(text()).startedAt()).isEqualTo(NOON);
    assertThat(screen.toString()).doesNotContain("nothing fails");
  }

  @Test
  void anInterruptedFirstCheckIsAllThereIs() throws Exception {
    checks.add(report(0, blocked(), Ending.INTERRUPTED));
    assertThat(run(text()).ending()).isEqualTo(Ending.INTERRUPTED);
    assertThat(screen.toString()).isEmpty();
  }

  @Test
  void itEndsWhenNobodyReadsAnyMore() throws Exception {
    checks.add(report(0, blocked(), Ending.COMPLETED));
    checks.add(report(10, well(), Ending.COMPLETED));
    Report last = new Watch(checks::remove, () -> false, text(), (report, lines) -> false).run();
    assertThat(last.startedAt()).isEqualTo(NOON);
  }

  @Test
  void inJsonEveryChangeIsOneLine() throws Exception {
    checks.add(report(0, blocked(), Ending.COMPLETED));
    checks.add(report(67, well(), Ending.COMPLETED));
    run(new TransitionsJson());
    List<String> lines = screen.toString().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .startsWith("{ \"at\" : \"2026-11-22T12:00:00Z\"")
        .contains("\"fail\" : 1");
    assertThat(lines.get(1))
        .startsWith("{ \"at\" : \"2026-11-22T12:01:07Z\", \"change\" : \"fixed\"")
        .endsWith("}");
  }

  @Test
  void onTheCommandLineAnInterruptionEndsItWithTheReport() {
    Interruption interruption = new Interruption();
    interruption.signal();
    Run run =
        Run.with("tcp://127.0.0.1:9\n", Map.of(), interruption, "check", "--targets=-", "--watch");
    assertThat(run.code()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(run.out()).contains("skipped 1");
  }

  @Test
  void anIntervalOrAFormatThatMakesNoSenseIsWrongUsage() {
    assertThat(Run.of("check", "--targets=-", "--watch=soon").err())
        .contains("--watch: expected a duration from 1s to 365d", "\"soon\"");
    assertThat(Run.of("check", "--targets=-", "--watch=1ms").code()).isEqualTo(ExitCode.USAGE);
    assertThat(Run.of("check", "--targets=-", "--watch", "--format=csv").err())
        .contains("--watch with --format csv needs --output");
  }

  private Report run(Transitions transitions) throws Exception {
    return new Watch(
            checks::remove,
            checks::isEmpty,
            transitions,
            (report, lines) -> {
              lines.write(screen);
              return true;
            })
        .run();
  }

  private static Transitions text() {
    return new TransitionsText(Style.PLAIN, Duration.ofSeconds(10), ZoneOffset.UTC);
  }

  private static Outcome blocked() {
    return Outcomes.reached(
        Outcomes.targetOf(NEED),
        Outcomes.attempt(
            "10.1.2.4",
            Outcomes.ok(Stage.TCP),
            Outcomes.bad(Stage.TLS, Cause.CLOSED_AFTER_CLIENT_HELLO)));
  }

  private static Outcome well() {
    return Outcomes.reached(
        Outcomes.targetOf(NEED),
        Outcomes.https("10.1.2.4", Outcomes.answer(200), TrustSource.PUBLIC));
  }

  private static Report report(int second, Outcome outcome, Ending ending) {
    Map<Target, Outcome> outcomes = Map.of(outcome.target(), outcome);
    return Report.of(
        new Plan("2026-03", List.of(NEED)),
        Evidence.of(outcomes, ending),
        "0.0.0",
        new Report.Host("vm-1", List.of("10.0.0.4:53")),
        NOON.plusSeconds(second),
        Duration.ofSeconds(1));
  }
}
