// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import static io.amlreach.agent.Outcomes.attempt;
import static io.amlreach.agent.Outcomes.bad;
import static io.amlreach.agent.Outcomes.healthy;
import static io.amlreach.agent.Outcomes.ok;
import static io.amlreach.agent.Outcomes.reached;
import static io.amlreach.agent.Outcomes.unresolved;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.Needs;
import io.amlreach.agent.Outcomes;
import io.amlreach.agent.sweep.Ending;
import io.amlreach.agent.sweep.Evidence;
import io.amlreach.agent.truth.TruthTable;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailureSignaturesTest {
  private static final Need BLOB = Needs.need("store.example").probed();
  private static final Need FILE = Needs.need("store.example").at(Protocol.SMB, 445).probed();
  private static final Attempt CUT =
      attempt("20.0.0.1", ok(Stage.TCP), bad(Stage.TLS, Cause.CLOSED_AFTER_CLIENT_HELLO));
  private static final Attempt DROPPED = attempt("20.0.0.1", bad(Stage.TCP, Cause.CONNECT_TIMEOUT));

  @Test
  void aHandshakeThatIsCutOnTheNameIsAFirewallWithoutARule() {
    assertThat(recognised(BLOB, reached(Outcomes.targetOf(BLOB), CUT)))
        .isEqualTo("azfw-app-deny-https");
  }

  @Test
  void anAddressHasNoServerNameToBeAllowed() {
    Need need = Needs.need("20.0.0.1").probed();
    Outcome literal =
        new Outcome(
            Outcomes.targetOf(need),
            new Resolution(
                ok(Stage.DNS), List.of(Outcomes.address("20.0.0.1")), List.of(), "literal", 0),
            List.of(CUT));
    assertThat(recognised(need, literal)).isEqualTo("azfw-app-no-sni");
  }

  @Test
  void smbThatIsDroppedWhile443OfTheSameHostWorksIsKnown() {
    Outcome smb = reached(Outcomes.targetOf(FILE), DROPPED);
    Outcome https = reached(Outcomes.targetOf(BLOB), healthy("20.0.0.1"));
    assertThat(recognised(FILE, smb, https)).isEqualTo("isp-445");
    assertThat(recognised(FILE, smb)).isEqualTo("azfw-net-deny");
  }

  @Test
  void aSilentPublicAddressIsATunnelOnlyWhereNothingPublicAnswersAndSomethingPrivateDoes() {
    Outcome dropped = reached(Outcomes.targetOf(BLOB), DROPPED);
    Target other = new Target("other.example", 443, Protocol.HTTPS);
    assertThat(recognised(BLOB, dropped, reached(other, healthy("10.0.0.9"))))
        .isEqualTo("forced-tunnel");
    assertThat(recognised(BLOB, dropped, reached(other, healthy("20.0.0.9"))))
        .isEqualTo("azfw-net-deny");
  }

  @Test
  void aSilentPrivateAddressIsASecurityGroupAtMostWithLowConfidence() {
    Attempt silent = attempt("10.0.0.9", bad(Stage.TCP, Cause.CONNECT_TIMEOUT));
    assertThat(recognised(BLOB, reached(Outcomes.targetOf(BLOB), silent))).isEqualTo("nsg-deny");
  }

  @Test
  void aMissingNameIsAMissingForwarderOnlyWhereAPrivateAddressIsExpected() {
    Need inside = Needs.need("store.example").expecting(AddressScope.PRIVATE).probed();
    assertThat(recognised(inside, unresolved(Outcomes.targetOf(inside), Cause.NAME_NOT_FOUND)))
        .isEqualTo("dns-fail");
    assertThat(recognised(BLOB, unresolved(Outcomes.targetOf(BLOB), Cause.NAME_NOT_FOUND)))
        .isEmpty();
  }

  @Test
  void aPassIsNobodysFault() {
    assertThat(recognised(BLOB, reached(Outcomes.targetOf(BLOB), healthy("20.0.0.1")))).isEmpty();
  }

  /** The id of the signature, or an empty string. */
  private static String recognised(Need need, Outcome outcome, Outcome... others) {
    Map<Target, Outcome> all = new LinkedHashMap<>(Map.of(outcome.target(), outcome));
    for (Outcome other : others) {
      all.put(other.target(), other);
    }
    Recognised recognised =
        Judge.judge(need, outcome, Evidence.of(all, Ending.COMPLETED), TruthTable.EMPTY)
            .recognised();
    return recognised == null ? "" : recognised.signature().id();
  }
}
