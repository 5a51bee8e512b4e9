// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import static io.amlreach.agent.Outcomes.address;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.Needs;
import io.amlreach.agent.Outcomes;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThroughProxyTest {
  private static final Needs NEED = Needs.need("contoso.blob.core.windows.net");

  @Test
  void theProxysOwnAddressIsNotTakenForTheHosts() {
    Verdict verdict = judged(NEED.expecting(AddressScope.PUBLIC).probed(), Cause.OK);
    assertThat(verdict.level()).isEqualTo(Level.PASS);
  }

  @Test
  void whereAPrivateNameLeadsIsUnknownAndNoProxyIsTheRemedy() {
    Verdict verdict = judged(NEED.expecting(AddressScope.PRIVATE).probed(), Cause.OK);
    assertThat(verdict.level()).isEqualTo(Level.UNKNOWN);
    assertThat(verdict.stage()).isEqualTo(Stage.PRIVATE_ENDPOINT);
    assertThat(verdict.cause()).isEqualTo(Cause.SENT_TO_PROXY);
    assertThat(verdict.advice()).startsWith("Add contoso.blob.core.windows.net to noProxy");
  }

  @ParameterizedTest
  @EnumSource(
      value = Cause.class,
      names = {"PROXY_DENIED", "PROXY_UPSTREAM_FAILED", "RESPONSE_TIMEOUT"})
  void aPrivateNameThatTheProxyDoesNotServeFailsWithTheSameRemedy(Cause cause) {
    Verdict verdict = judged(NEED.expecting(AddressScope.PRIVATE).probed(), cause);
    assertThat(verdict.level()).isEqualTo(Level.FAIL);
    assertThat(verdict.stage()).isEqualTo(Stage.PROXY);
    assertThat(verdict.cause()).isEqualTo(cause);
    assertThat(verdict.advice()).startsWith("Add contoso.blob.core.windows.net to noProxy");
  }

  @Test
  void whatAPublicNameNeedsIsARuleOfTheProxy() {
    assertThat(judged(NEED.probed(), Cause.PROXY_DENIED).advice()).endsWith("on the proxy.");
    assertThat(judged(NEED.probed(), Cause.RESPONSE_TIMEOUT).advice())
        .startsWith("Check DNS and firewall from the proxy's place");
  }

  @Test
  void aProxyWithoutAnAddressFailsAtItsOwnStage() {
    Need need = NEED.expecting(AddressScope.PRIVATE).probed();
    Resolution unknown =
        new Resolution(step(Stage.PROXY, Cause.PROXY_UNREACHABLE), List.of(), List.of(), "", 0);
    Verdict verdict =
        Outcomes.judged(need, new Outcome(Outcomes.targetOf(need), unknown, List.of()));
    assertThat(verdict.level()).isEqualTo(Level.FAIL);
    assertThat(verdict.stage()).isEqualTo(Stage.PROXY);
    assertThat(verdict.cause()).isEqualTo(Cause.PROXY_UNREACHABLE);
  }

  private static Verdict judged(Need need, Cause ofProxy) {
    Resolution left = new Resolution(step(Stage.PROXY, Cause.OK), List.of(), List.of(), "", 0);
    List<Step> steps =
        ofProxy == Cause.OK
            ? List.of(
                step(Stage.TCP, Cause.OK), step(Stage.PROXY, Cause.OK), step(Stage.TLS, Cause.OK))
            : List.of(step(Stage.TCP, Cause.OK), step(Stage.PROXY, ofProxy));
    Attempt attempt = new Attempt(address("10.0.0.9"), steps, null, null);
    return Outcomes.judged(need, new Outcome(Outcomes.targetOf(need), left, List.of(attempt)));
  }

  private static Step step(Stage stage, Cause cause) {
    return new Step(stage, cause, Duration.ofMillis(1), "");
  }
}
