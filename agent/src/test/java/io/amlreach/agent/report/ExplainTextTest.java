// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.finding.FindingKind;
import io.amlreach.probe.Cause;
import org.junit.jupiter.api.Test;

class ExplainTextTest {
  private final ExplainText text = new ExplainText(Style.PLAIN);

  @Test
  void theListSaysInOneLineWhatEachCauseAndEachFindingMeans() {
    assertThat(text.list())
        .hasLineCount(Cause.values().length + FindingKind.values().length + 3)
        .contains(
            "  connect-timeout             Nothing came back to the connect\n",
            "  sinkholed                   The name resolves to an address that leads nowhere\n",
            "  smb-blocked                 SMB is dropped while 443 of the same host works\n");
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
