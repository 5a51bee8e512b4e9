// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import static io.amlreach.agent.Outcomes.address;
import static io.amlreach.agent.Outcomes.bad;
import static io.amlreach.agent.Outcomes.healthy;
import static io.amlreach.agent.Outcomes.ok;
import static io.amlreach.agent.Outcomes.targetOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.Needs;
import io.amlreach.agent.Outcomes;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HindsightTest {
  private static final Need ONE = Needs.need("a.privatelink.example").probed();
  private static final Need TWO = Needs.need("b.example").probed();
  private static final String SERVER = "10.0.0.4:53";

  @ParameterizedTest
  @EnumSource(
      value = Cause.class,
      names = {"DNS_REFUSED", "DNS_SERVER_FAILURE"})
  void aServerThatAnswersOtherNamesIsAskedAboutOneZone(Cause cause) {
    List<Verdict> seen =
        Hindsight.over(List.of(unresolved(ONE, cause, SERVER), resolved(TWO, SERVER)));
    assertThat(seen.get(0).advice())
        .contains("answers other names", "conditional forwarder", "zone of a.privatelink.example");
    assertThat(seen.get(1).advice()).isEmpty();
  }

  @Test
  void silenceForOneNameIsNoServerThatIsDown() {
    List<Verdict> seen =
        Hindsight.over(
            List.of(
                unresolved(ONE, Cause.DNS_TIMEOUT, ""),
                unresolved(TWO, Cause.NAME_NOT_FOUND, SERVER)));
    assertThat(seen.get(0).advice()).contains("answers other names");
    assertThat(seen.get(0).level()).isEqualTo(Level.FAIL);
  }

  @Test
  void anotherServerProvesNothing() {
    Verdict refused = unresolved(ONE, Cause.DNS_REFUSED, SERVER);
    assertThat(Hindsight.over(List.of(refused, resolved(TWO, "10.0.0.5:53"))).get(0))
        .isEqualTo(refused);
  }

  @Test
  void neitherALiteralNorTheHostsFileIsAServer() {
    Verdict silent = unresolved(ONE, Cause.DNS_TIMEOUT, "");
    assertThat(
            Hindsight.over(List.of(silent, resolved(TWO, "literal"), resolved(TWO, "hosts file")))
                .get(0))
        .isEqualTo(silent);
  }

  private static Verdict unresolved(Need need, Cause cause, String server) {
    Resolution resolution = new Resolution(bad(Stage.DNS, cause), List.of(), List.of(), server, 0);
    return Outcomes.judged(need, new Outcome(targetOf(need), resolution, List.of()));
  }

  private static Verdict resolved(Need need, String server) {
    Resolution resolution =
        new Resolution(ok(Stage.DNS), List.of(address("20.0.0.1")), List.of(), server, 0);
    return Outcomes.judged(
        need, new Outcome(targetOf(need), resolution, List.of(healthy("20.0.0.1"))));
  }
}
