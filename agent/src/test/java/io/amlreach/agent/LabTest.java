// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.cli.ExitCode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program against the whole lab. */
class LabTest {
  @Test
  void theDemoFindsEverythingThatIsBrokenAndBlamesNothingElse() {
    Run run = Run.of("demo");
    assertThat(run.out()).doesNotContain("MISSED", "BLAMED").contains(" 0 false alarms");
    assertThat(run.code()).isEqualTo(ExitCode.PASSED);
  }

  @Test
  void whatReadsTheDemosReportReadsNothingElse() {
    Run run = Run.of("demo", "--format", "junit");
    assertThat(run.out()).startsWith("<?xml").endsWith("</testsuites>\n");
    assertThat(run.err()).contains("What was broken on purpose");
  }

  @Test
  void theSelftestNamesEveryFaultRightlyAndFindsNothingWhereNothingIsBroken() {
    Run run = Run.of("selftest");
    assertThat(run.out()).containsPattern("ok +healthy-workspace +3 checks in a row, 0 findings");
    assertThat(run.out().lines().filter(line -> line.startsWith("WRONG"))).isEmpty();
    assertThat(run.out()).contains(" 0 wrongly, 0 not run");
    assertThat(run.code()).isEqualTo(ExitCode.PASSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "selftest"})
  void anInterruptionEndsItAtOnceAndBlamesNothing(String command) {
    Interruption interruption = new Interruption();
    interruption.signal();
    Run run = Run.with("", Map.of(), interruption, command);
    assertThat(run.code()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(run.out()).contains("not run: interrupted").doesNotContain("MISSED", "WRONG");
  }
}
