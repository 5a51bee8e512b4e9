// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.probe.Cause;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainTextTest {
  private final ExplainText text = new ExplainText(Style.PLAIN);

  @Test
  void theListSaysInOneLineWhatEachCauseMeans() {
    assertThat(text.list(List.of(Cause.values())))
        .hasLineCount(Cause.values().length)
        .contains(
            "connect-timeout             Nothing came back to the connect\n",
            "sinkholed                   The name resolves to an address that leads nowhere\n");
  }

  @Test
  void oneCauseIsToldWithWhatToDo() {
    assertThat(text.of(Cause.FIREWALL_DENIED))
        .startsWith("firewall-denied  (denied by the firewall)\n  why   ")
        .contains("  do    Allow the pattern and port of the row in", "  team  firewall\n");
  }
}
