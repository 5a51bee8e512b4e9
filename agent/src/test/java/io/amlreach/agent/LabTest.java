// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.cli.ExitCode;
import org.junit.jupiter.api.Test;

/** The whole program against the whole lab. */
class LabTest {
  @Test
  void theDemoFindsEverythingThatIsBrokenAndBlamesNothingElse() {
    Run run = Run.of("demo");
    assertThat(run.out()).doesNotContain("MISSED", "BLAMED").contains(" 0 false alarms");
    assertThat(run.code()).isEqualTo(ExitCode.PASSED);
  }

  @Test
  void theSelftestNamesEveryFaultRightly() {
    Run run = Run.of("selftest");
    assertThat(run.out().lines().filter(line -> line.startsWith("WRONG"))).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.PASSED);
  }
}
