// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.Needs;
import io.amlreach.agent.Outcomes;
import io.amlreach.agent.cli.Invocation.Strictness;
import io.amlreach.agent.report.Conclusion;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.sweep.Ending;
import io.amlreach.agent.sweep.Evidence;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.catalog.Plan;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
  private static final Need HOST = Needs.need("a.example").probed();
  private static final Target TARGET = Outcomes.targetOf(HOST);
  private static final Outcome GOOD = Outcomes.reached(TARGET, Outcomes.healthy("20.0.0.1"));
  private static final Outcome BAD = Outcomes.unresolved(TARGET, Cause.NAME_NOT_FOUND);
  private static final Outcome SILENT =
      Outcomes.reached(
          TARGET, Outcomes.attempt("20.0.0.1", Outcomes.bad(Stage.UDP, Cause.NO_ANSWER)));

  @Test
  void everythingRequiredPassed() {
    assertThat(code(Ending.COMPLETED, Strictness.STRICT, HOST, GOOD)).isEqualTo(ExitCode.PASSED);
  }

  @Test
  void aFailureOfARequiredHostFails() {
    assertThat(code(Ending.COMPLETED, Strictness.USUAL, HOST, BAD)).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void aFailureOfARecommendedHostDoesNotFail() {
    Need need = Needs.need("a.example").recommended().probed();
    assertThat(code(Ending.COMPLETED, Strictness.STRICT, need, BAD)).isEqualTo(ExitCode.PASSED);
  }

  @Test
  void whatCannotBeJudgedCountsOnlyWhenStrict() {
    assertThat(code(Ending.COMPLETED, Strictness.USUAL, HOST, SILENT)).isEqualTo(ExitCode.PASSED);
    assertThat(code(Ending.COMPLETED, Strictness.STRICT, HOST, SILENT))
        .isEqualTo(ExitCode.UNDECIDED);
    Need need = Needs.need("a.example").notTestable("set something");
    assertThat(code(Ending.COMPLETED, Strictness.STRICT, need)).isEqualTo(ExitCode.UNDECIDED);
  }

  @Test
  void aCheckThatItsDeadlineCutShortIsNeverASuccess() {
    assertThat(code(Ending.DEADLINE, Strictness.USUAL, HOST)).isEqualTo(ExitCode.UNDECIDED);
  }

  @Test
  void anInterruptionGoesFirst() {
    assertThat(code(Ending.INTERRUPTED, Strictness.USUAL, HOST, BAD))
        .isEqualTo(ExitCode.INTERRUPTED);
  }

  @Test
  void whatIsOnlyListedDoesNotCount() {
    Need need = Needs.need("tag").listed("a service tag");
    assertThat(code(Ending.COMPLETED, Strictness.STRICT, List.of(need, HOST), GOOD))
        .isEqualTo(ExitCode.PASSED);
  }

  @Test
  void whatNobodyCouldTestDoesNotCountBesideWhatPassed() {
    Need need = Needs.need("*.example").notTestable("set something");
    assertThat(code(Ending.COMPLETED, Strictness.USUAL, List.of(need, HOST), GOOD))
        .isEqualTo(ExitCode.PASSED);
    assertThat(code(Ending.COMPLETED, Strictness.STRICT, List.of(need, HOST), GOOD))
        .isEqualTo(ExitCode.UNDECIDED);
  }

  @Test
  void aCheckThatProbedNothingIsNeverASuccess() {
    Need listed = Needs.need("tag").listed("a service tag");
    Need untestable = Needs.need("*.example").notTestable("set something");
    assertThat(code(Ending.COMPLETED, Strictness.USUAL, listed)).isEqualTo(ExitCode.UNDECIDED);
    assertThat(code(Ending.COMPLETED, Strictness.USUAL, untestable)).isEqualTo(ExitCode.UNDECIDED);
  }

  @Test
  void reportsNameTheCodeThatTheCallerGets() {
    for (Ending ending : Ending.values()) {
      for (List<Outcome> outcomes : List.of(List.of(GOOD), List.of(BAD), List.of(SILENT))) {
        Report report = report(ending, List.of(HOST), outcomes.toArray(Outcome[]::new));
        String exit = Conclusion.of(report).exit();
        assertThat(exit)
            .startsWith("exit code " + ExitCode.of(report, Strictness.USUAL).number())
            .endsWith("exit code " + ExitCode.of(report, Strictness.STRICT).number());
      }
    }
  }

  private static ExitCode code(
      Ending ending, Strictness strictness, Need need, Outcome... outcomes) {
    return code(ending, strictness, List.of(need), outcomes);
  }

  private static ExitCode code(
      Ending ending, Strictness strictness, List<Need> needs, Outcome... outcomes) {
    return ExitCode.of(report(ending, needs, outcomes), strictness);
  }

  private static Report report(Ending ending, List<Need> needs, Outcome... outcomes) {
    Map<Target, Outcome> known = new HashMap<>();
    for (Outcome outcome : outcomes) {
      known.put(outcome.target(), outcome);
    }
    return Report.of(
        new Plan("", needs),
        Evidence.of(known, ending),
        "0",
        new Report.Host("h", List.of()),
        Instant.EPOCH,
        Duration.ZERO);
  }
}
