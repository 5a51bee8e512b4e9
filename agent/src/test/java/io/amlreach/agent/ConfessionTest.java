// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.report.Report;
import io.amlreach.agent.sweep.Ending;
import io.amlreach.agent.sweep.Evidence;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.catalog.Plan;
import io.amlreach.lab.demo.Breakage;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfessionTest {
  private static final Need NEED = Needs.need("a.example").probed();
  private static final Target TARGET = Outcomes.targetOf(NEED);

  @Test
  void whatWasNotProbedWasNotMissed() {
    Confession confession = confession(Map.of());
    assertThat(confession.text())
        .contains("  not run  The zone is gone\n")
        .endsWith("0 of 1 found, 1 not run, 0 false alarms, 0 findings for 1 breakages\n");
    assertThat(confession.complete()).isFalse();
  }

  @Test
  void whatWasProbedAndPassedWasMissed() {
    Outcome healthy = Outcomes.reached(TARGET, Outcomes.healthy("20.0.0.1"));
    assertThat(confession(Map.of(TARGET, healthy)).text())
        .contains("  MISSED   The zone is gone\n")
        .endsWith("0 of 1 found, 0 false alarms, 0 findings for 1 breakages\n");
  }

  @Test
  void whatWasNamedRightlyWasFound() {
    Outcome gone = Outcomes.unresolved(TARGET, Cause.NAME_NOT_FOUND);
    assertThat(confession(Map.of(TARGET, gone)).complete()).isTrue();
  }

  private static Confession confession(Map<Target, Outcome> seen) {
    Report report =
        Report.of(
            new Plan("2026-03", List.of(NEED)),
            Evidence.of(seen, Ending.DEADLINE),
            "0.0.0",
            new Report.Host("vm-1", List.of()),
            Instant.EPOCH,
            Duration.ofSeconds(1));
    Breakage gone =
        new Breakage(
            "The zone is gone",
            "a.example",
            443,
            "dns",
            "name-not-found",
            "names-missing",
            List.of());
    return new Confession(List.of(gone), report);
  }
}
