// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import static io.amlreach.agent.Outcomes.attempt;
import static io.amlreach.agent.Outcomes.bad;
import static io.amlreach.agent.Outcomes.healthy;
import static io.amlreach.agent.Outcomes.ok;
import static io.amlreach.agent.Outcomes.reached;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.Needs;
import io.amlreach.agent.Outcomes;
import io.amlreach.agent.sweep.Ending;
import io.amlreach.agent.sweep.Evidence;
import io.amlreach.agent.truth.TruthTable;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Target;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalAnswerTest {
  private static final Need RSTUDIO = Needs.need("ci.example").at(Protocol.TCP, 8787).probed();
  private static final Attempt CONNECTED = attempt("20.0.0.1", ok(Stage.TCP));

  @Test
  void aConnectProvesNothingWhereAnAddressWithoutServiceAcceptsOnThePort() {
    Verdict verdict = judged(RSTUDIO, CONNECTED, accepted("192.0.2.1", 8787));
    assertThat(verdict)
        .extracting(Verdict::level, Verdict::stage, Verdict::cause)
        .containsExactly(Level.UNKNOWN, Stage.TCP, Cause.LOCAL_ANSWER);
    assertThat(verdict.detail())
        .isEqualTo(
            "connect only, and 192.0.2.1, which no service is at, accepts on port 8787, too");
  }

  @Test
  void anotherPortOrFamilyOrARefusalSaysNothing() {
    assertThat(judged(RSTUDIO, CONNECTED, accepted("192.0.2.1", 443)).level())
        .isEqualTo(Level.PASS);
    assertThat(judged(RSTUDIO, CONNECTED, accepted("2001:db8::1", 8787)).level())
        .isEqualTo(Level.PASS);
    assertThat(judged(RSTUDIO, CONNECTED, refused(8787)).level()).isEqualTo(Level.PASS);
  }

  @Test
  void aFailureStaysAFailure() {
    Attempt silent = attempt("20.0.0.1", bad(Stage.TCP, Cause.CONNECT_TIMEOUT));
    assertThat(judged(RSTUDIO, silent, accepted("192.0.2.1", 8787)).cause())
        .isEqualTo(Cause.CONNECT_TIMEOUT);
  }

  @Test
  void whereAProtocolSpeaksForTheHostAConnectIsNotInQuestion() {
    Need need = Needs.need("host.example").probed();
    assertThat(judged(need, healthy("20.0.0.1"), accepted("192.0.2.1", 443)).level())
        .isEqualTo(Level.PASS);
  }

  private static Verdict judged(Need need, Attempt attempt, Outcome control) {
    Outcome outcome = reached(Outcomes.targetOf(need), attempt);
    Evidence evidence =
        new Evidence(
            Map.of(outcome.target(), outcome),
            Map.of(control.target(), control),
            Map.of(),
            Map.of(),
            Ending.COMPLETED);
    return Judge.judge(need, outcome, evidence, TruthTable.EMPTY);
  }

  private static Outcome accepted(String address, int port) {
    return reached(new Target(address, port, Protocol.TCP), attempt(address, ok(Stage.TCP)));
  }

  private static Outcome refused(int port) {
    return reached(
        new Target("192.0.2.1", port, Protocol.TCP),
        attempt("192.0.2.1", bad(Stage.TCP, Cause.CONNECTION_REFUSED)));
  }
}
