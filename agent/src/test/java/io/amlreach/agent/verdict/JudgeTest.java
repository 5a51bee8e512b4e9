// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import static io.amlreach.agent.Outcomes.address;
import static io.amlreach.agent.Outcomes.answer;
import static io.amlreach.agent.Outcomes.attempt;
import static io.amlreach.agent.Outcomes.bad;
import static io.amlreach.agent.Outcomes.healthy;
import static io.amlreach.agent.Outcomes.https;
import static io.amlreach.agent.Outcomes.ok;
import static io.amlreach.agent.Outcomes.reached;
import static io.amlreach.agent.Outcomes.targetOf;
import static io.amlreach.agent.Outcomes.tls;
import static io.amlreach.agent.Outcomes.unresolved;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.Needs;
import io.amlreach.agent.Outcomes;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Stage;
import io.amlreach.probe.TlsFacts;
import io.amlreach.probe.TrustSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JudgeTest {
  private static final Needs NEED = Needs.need("contoso.blob.core.windows.net");

  @Test
  void whatIsNotTestableIsSkippedWithItsReason() {
    Verdict verdict = Judge.unprobed(NEED.notTestable("set storageAccount"), "interrupted");
    expect(verdict, Level.SKIPPED, null, Cause.NOT_TESTABLE);
    assertThat(verdict.detail()).isEqualTo("set storageAccount");
  }

  @Test
  void whatIsOnlyListedIsSkipped() {
    expect(
        Judge.unprobed(NEED.listed("service tag"), ""), Level.SKIPPED, null, Cause.NOT_APPLICABLE);
  }

  @Test
  void whatTheEndOfTheCheckCutOffIsSkippedAndNeverAPass() {
    Verdict verdict = Judge.unprobed(NEED.probed(), "interrupted");
    expect(verdict, Level.SKIPPED, null, Cause.NOT_RUN);
    assertThat(verdict.detail()).isEqualTo("not run: interrupted");
  }

  @Test
  void aNameThatDoesNotExistFailsAtDns() {
    Need need = NEED.probed();
    expect(
        Outcomes.judged(need, unresolved(targetOf(need), Cause.NAME_NOT_FOUND)),
        Level.FAIL,
        Stage.DNS,
        Cause.NAME_NOT_FOUND);
  }

  @Test
  void anAliasIntoAPrivateLinkZoneWithoutTheRecordIsDangling() {
    Need need = NEED.probed();
    Verdict verdict =
        Outcomes.judged(
            need,
            unresolved(
                targetOf(need), Cause.NAME_NOT_FOUND, "contoso.privatelink.blob.core.windows.net"));
    expect(verdict, Level.FAIL, Stage.PRIVATE_ENDPOINT, Cause.DANGLING_PRIVATE_LINK);
    assertThat(verdict.detail()).contains("contoso.privatelink.blob.core.windows.net");
  }

  @Test
  void anAliasThatOnlyMentionsPrivateLinkInsideALabelIsNotDangling() {
    Need need = NEED.probed();
    expect(
        Outcomes.judged(
            need, unresolved(targetOf(need), Cause.NAME_NOT_FOUND, "notprivatelink.example.com")),
        Level.FAIL,
        Stage.DNS,
        Cause.NAME_NOT_FOUND);
  }

  @Test
  void aServerThatDoesNotAnswerIsNotADanglingLink() {
    Need need = NEED.probed();
    expect(
        Outcomes.judged(
            need, unresolved(targetOf(need), Cause.DNS_TIMEOUT, "a.privatelink.example.com")),
        Level.FAIL,
        Stage.DNS,
        Cause.DNS_TIMEOUT);
  }

  @Test
  void aPublicAddressFailsWherePrivateIsExpectedEvenIfItConnects() {
    Verdict verdict = judged(NEED.expecting(AddressScope.PRIVATE), healthy("20.60.1.2"));
    expect(verdict, Level.FAIL, Stage.PRIVATE_ENDPOINT, Cause.PUBLIC_ADDRESS);
    assertThat(verdict.detail()).contains("20.60.1.2");
  }

  @Test
  void onePublicAddressAmongPrivateOnesFailsAndIsNamed() {
    Verdict verdict =
        judged(NEED.expecting(AddressScope.PRIVATE), healthy("10.1.2.4"), healthy("20.60.1.2"));
    expect(verdict, Level.FAIL, Stage.PRIVATE_ENDPOINT, Cause.PUBLIC_ADDRESS);
    assertThat(verdict.detail()).contains("20.60.1.2").doesNotContain("10.1.2.4");
  }

  @Test
  void aPrivateAddressIsAWarningWherePublicIsExpected() {
    expect(
        judged(NEED.expecting(AddressScope.PUBLIC), healthy("10.1.2.4")),
        Level.WARN,
        Stage.PRIVATE_ENDPOINT,
        Cause.PRIVATE_ADDRESS);
  }

  @Test
  void aPrivateAddressThatDoesNotAnswerEitherIsAFailure() {
    Verdict verdict =
        judged(
            NEED.expecting(AddressScope.PUBLIC),
            attempt("10.1.2.4", bad(Stage.TCP, Cause.CONNECT_TIMEOUT)));
    expect(verdict, Level.FAIL, Stage.PRIVATE_ENDPOINT, Cause.PRIVATE_ADDRESS);
    assertThat(verdict.detail()).contains("connect-timeout");
  }

  @ParameterizedTest
  @EnumSource(
      value = Cause.class,
      names = {"EXPIRED_CERTIFICATE", "NOT_YET_VALID_CERTIFICATE"})
  void whoIssuedACertificateThatIsOutOfDateIsTold(Cause cause) {
    Attempt late =
        new Attempt(
            address("20.0.0.1"), List.of(ok(Stage.TCP), bad(Stage.TLS, cause)), tls(), null);
    assertThat(judged(NEED, late).detail()).endsWith("; issued by CN=issuer");
  }

  @Test
  void allAddressesMustAnswerForAPass() {
    expect(
        judged(NEED, healthy("10.0.0.1"), healthy("10.0.0.2")), Level.PASS, Stage.HTTP, Cause.OK);
  }

  @Test
  void oneDeadAddressOfManyIsAWarningThatNamesIt() {
    Verdict verdict =
        judged(
            NEED,
            healthy("10.0.0.1"),
            attempt("10.0.0.2", bad(Stage.TCP, Cause.CONNECT_TIMEOUT)),
            healthy("10.0.0.3"));
    expect(verdict, Level.WARN, Stage.TCP, Cause.CONNECT_TIMEOUT);
    assertThat(verdict.detail()).isEqualTo("1 of 3 addresses fail: 10.0.0.2 connect-timeout");
  }

  @Test
  void whenNoAddressAnswersTheTryThatGotFurthestDecides() {
    expect(
        judged(
            NEED,
            attempt("10.0.0.1", bad(Stage.TCP, Cause.CONNECT_TIMEOUT)),
            attempt("10.0.0.2", ok(Stage.TCP), bad(Stage.TLS, Cause.CLOSED_AFTER_CLIENT_HELLO))),
        Level.FAIL,
        Stage.TLS,
        Cause.CLOSED_AFTER_CLIENT_HELLO);
  }

  @Test
  void ipv6ThatThisHostCannotRouteDoesNotSpoilAPassOverIpv4() {
    expect(
        judged(NEED, healthy("20.0.0.1"), attempt("2603::1", bad(Stage.TCP, Cause.UNREACHABLE))),
        Level.PASS,
        Stage.HTTP,
        Cause.OK);
  }

  @Test
  void ipv6ThatIsRoutedAndDroppedIsAWarning() {
    expect(
        judged(
            NEED, healthy("20.0.0.1"), attempt("2603::1", bad(Stage.TCP, Cause.CONNECT_TIMEOUT))),
        Level.WARN,
        Stage.TCP,
        Cause.CONNECT_TIMEOUT);
  }

  @Test
  void ipv4ThatIsProhibitedWhileIpv6WorksIsAWarning() {
    expect(
        judged(NEED, attempt("20.0.0.1", bad(Stage.TCP, Cause.UNREACHABLE)), healthy("2603::1")),
        Level.WARN,
        Stage.TCP,
        Cause.UNREACHABLE);
  }

  @Test
  void aWarningSaysWhetherTheHostCanBeUsed() {
    Attempt dead = attempt("20.0.0.1", bad(Stage.TCP, Cause.CONNECT_TIMEOUT));
    assertThat(judged(NEED, healthy("20.0.0.2")).usable()).isTrue();
    assertThat(judged(NEED, dead).usable()).isFalse();
    assertThat(judged(NEED, dead, healthy("20.0.0.2")).usable()).isTrue();
    assertThat(judged(NEED.recommended(), dead).usable()).isFalse();
    assertThat(judged(NEED.recommended(), dead, healthy("20.0.0.2")).usable()).isTrue();
  }

  @Test
  void aRecommendedHostThatFailsIsAWarning() {
    expect(
        judged(NEED.recommended(), attempt("20.0.0.1", bad(Stage.TCP, Cause.CONNECT_TIMEOUT))),
        Level.WARN,
        Stage.TCP,
        Cause.CONNECT_TIMEOUT);
  }

  @Test
  void anotherSpellingThatDoesNotResolveDoesNotApply() {
    Need need = NEED.alternativeSpelling().probed();
    expect(
        Outcomes.judged(need, unresolved(targetOf(need), Cause.NAME_NOT_FOUND)),
        Level.SKIPPED,
        null,
        Cause.NOT_APPLICABLE);
  }

  @Test
  void anotherSpellingThatIsBlockedIsAWarning() {
    Need need = NEED.alternativeSpelling().probed();
    expect(
        Outcomes.judged(need, unresolved(targetOf(need), Cause.DNS_TIMEOUT)),
        Level.WARN,
        Stage.DNS,
        Cause.DNS_TIMEOUT);
  }

  @Test
  void aPrivateAuthorityForAPublicNameIsInspection() {
    Attempt inspected = https("20.0.0.1", answer(200), TrustSource.SYSTEM);
    Verdict verdict = judged(NEED, inspected);
    expect(verdict, Level.WARN, Stage.TLS, Cause.INSPECTED);
    assertThat(verdict.detail()).contains("CN=issuer");
    expect(judged(NEED.withPrivateAuthority(), inspected), Level.PASS, Stage.HTTP, Cause.OK);
  }

  @Test
  void aCertificateForTheNameThatNobodyTrustsIsInspectionToo() {
    TlsFacts forged = tls();
    Attempt attempt =
        new Attempt(
            address("20.0.0.1"),
            List.of(ok(Stage.TCP), bad(Stage.TLS, Cause.UNTRUSTED_CERTIFICATE)),
            forged,
            null);
    expect(judged(NEED, attempt), Level.FAIL, Stage.TLS, Cause.INSPECTED);
    expect(
        judged(NEED.withPrivateAuthority(), attempt),
        Level.FAIL,
        Stage.TLS,
        Cause.UNTRUSTED_CERTIFICATE);
  }

  @Test
  void anUntrustedCertificateForAnotherNameIsNotCalledInspection() {
    Attempt attempt =
        attempt("20.0.0.1", ok(Stage.TCP), bad(Stage.TLS, Cause.UNTRUSTED_CERTIFICATE));
    expect(judged(NEED, attempt), Level.FAIL, Stage.TLS, Cause.UNTRUSTED_CERTIFICATE);
  }

  @Test
  void anInspectorThatNobodyTrustsFails() {
    Attempt attempt = attempt("20.0.0.1", ok(Stage.TCP), bad(Stage.TLS, Cause.INSPECTED));
    expect(judged(NEED.withPrivateAuthority(), attempt), Level.FAIL, Stage.TLS, Cause.INSPECTED);
  }

  @Test
  void aConnectAloneSaysSo() {
    Verdict verdict = judged(NEED.at(Protocol.TCP, 8787), attempt("10.0.0.1", ok(Stage.TCP)));
    expect(verdict, Level.PASS, Stage.TCP, Cause.OK);
    assertThat(verdict.detail()).isEqualTo("connect only");
  }

  @Test
  void silenceOverUdpIsUnknownAndUnreachableFails() {
    Needs udp = NEED.at(Protocol.UDP, 5831);
    expect(
        judged(udp, attempt("10.0.0.1", bad(Stage.UDP, Cause.NO_ANSWER))),
        Level.UNKNOWN,
        Stage.UDP,
        Cause.NO_ANSWER);
    expect(
        judged(udp, attempt("10.0.0.1", bad(Stage.UDP, Cause.PORT_UNREACHABLE))),
        Level.FAIL,
        Stage.UDP,
        Cause.PORT_UNREACHABLE);
  }

  @Test
  void aFaultOfOursIsUnknown() {
    expect(
        judged(NEED, attempt("10.0.0.1", bad(Stage.TCP, Cause.BROKEN_PROBE))),
        Level.UNKNOWN,
        Stage.TCP,
        Cause.BROKEN_PROBE);
  }

  @Test
  void garbageAfterATrustedHandshakeIsAWarningAndInTheClearAFailure() {
    expect(
        judged(
            NEED,
            attempt("10.0.0.1", ok(Stage.TCP), ok(Stage.TLS), bad(Stage.HTTP, Cause.NOT_HTTP))),
        Level.WARN,
        Stage.HTTP,
        Cause.NOT_HTTP);
    expect(
        judged(
            NEED.at(Protocol.HTTP, 80),
            attempt("10.0.0.1", ok(Stage.TCP), bad(Stage.HTTP, Cause.NOT_HTTP))),
        Level.FAIL,
        Stage.HTTP,
        Cause.NOT_HTTP);
  }

  @Test
  void adviceNamesThePatternToAllowAndThePort() {
    Verdict verdict =
        judged(
            NEED.pattern("*.blob.core.windows.net"),
            attempt("20.0.0.1", ok(Stage.TCP), bad(Stage.TLS, Cause.CLOSED_AFTER_CLIENT_HELLO)));
    assertThat(verdict.advice()).contains("*.blob.core.windows.net on https/443");
    assertThat(judged(NEED, healthy("20.0.0.1")).advice()).isEmpty();
  }

  private static Verdict judged(Needs needs, Attempt... attempts) {
    Need need = needs.probed();
    return Outcomes.judged(need, reached(targetOf(need), attempts));
  }

  private static void expect(Verdict verdict, Level level, @Nullable Stage stage, Cause cause) {
    assertThat(verdict)
        .extracting(Verdict::level, Verdict::stage, Verdict::cause)
        .containsExactly(level, stage, cause);
  }
}
