// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.alert.Alert;
import io.amlreach.agent.finding.FindingKind;
import io.amlreach.probe.Cause;
import org.junit.jupiter.api.Test;

class ExplainTextTest {
  private final ExplainText text = new ExplainText(Style.PLAIN);

  @Test
  void the_list_says_in_one_line_what_each_cause_finding_and_alert_means() {
    assertThat(text.list())
        .hasLineCount(
            Cause.values().length + FindingKind.values().length + Alert.values().length + 5)
        .contains(
            "  connect-timeout             Nothing came back to the connect\n",
            "  sinkholed                   The name resolves to an address that leads nowhere\n",
            "  smb-blocked                 SMB is dropped while 443 of the same host works\n",
            "  AmlreachReloadFailed        The settings on disk are refused\n");
  }

  @Test
  void an_alert_is_told_as_a_runbook() {
    assertThat(text.of(Alert.RELOAD_FAILED))
        .isEqualTo(
            """
            AmlreachReloadFailed  (an alert)
              why   The settings on disk are refused; the agent goes on with those from before.
              look  Run amlreach config check with the file: it names every problem with its line.
              do    Correct the file; the agent reads it by itself when it changes.
              noise It stays until good settings are read, because a restart would fail with these.
            """);
  }

  @Test
  void a_report_is_taken_from_the_daemon_by_a_line_that_can_be_copied() {
    assertThat(text.of(Alert.TARGET_FAILING).lines())
        .contains(
            "          curl -fsS http://127.0.0.1:10911/api/v1/report -o report.json",
            "          amlreach rules --from report.json --format ticket");
    assertThat(text.of(Alert.FINDING_OPEN)).contains("/api/v1/report -o report.json\n");
  }

  @Test
  void aFindingIsToldInASentence() {
    assertThat(text.of(FindingKind.CLOCK))
        .isEqualTo("clock  (a finding)\n  why   This machine's clock is wrong.\n");
  }

  @Test
  void oneCauseIsToldWithWhatToDo() {
    assertThat(text.of(Cause.FIREWALL_DENIED))
        .startsWith("firewall-denied  (denied by the firewall)\n  why   ")
        .contains("  do    Allow the pattern and port of the row in", "  team  firewall\n");
  }
}
