// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import static io.amlreach.agent.Needs.need;
import static io.amlreach.agent.Outcomes.address;
import static io.amlreach.agent.Outcomes.answer;
import static io.amlreach.agent.Outcomes.attempt;
import static io.amlreach.agent.Outcomes.bad;
import static io.amlreach.agent.Outcomes.healthy;
import static io.amlreach.agent.Outcomes.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.Outcomes;
import io.amlreach.agent.verdict.Team;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.CertificateFacts;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import io.amlreach.probe.TlsFacts;
import io.amlreach.probe.TrustSource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Clocks, filters, proxies, endpoints and faults of the host itself. */
class MoreFindingsTest {
  @Test
  void whereNoNameAtAllIsFoundThatIsTheOneFinding() {
    Cases cases = new Cases();
    for (String host : List.of("a.example", "b.example", "c.example")) {
      cases.unknown(need(host), Cause.NAME_NOT_FOUND);
    }
    cases.unknown(need("d.example").expecting(AddressScope.PRIVATE), Cause.NAME_NOT_FOUND);
    cases.unknown(need("e.example"), Cause.DNS_TIMEOUT);
    assertThat(cases.only().title())
        .isEqualTo("The DNS server knows no name at all, neither public nor private");
    assertThat(cases.only().verdicts()).hasSize(5);
  }

  @Test
  void aMissingNameIsNotBlamedOnAFilterWhereNothingElseResolves() {
    Finding missing = new Cases().unknown(need("pypi.org"), Cause.NAME_NOT_FOUND).only();
    assertThat(missing.treatment().text()).doesNotContain("others resolve", "zone org");
    assertThat(missing.confidence()).isEqualTo(Confidence.MEDIUM);
  }

  @Test
  void aPortOfThisHostIsNobodysRule() {
    Finding closed =
        new Cases().unconnected(need("127.0.0.1"), "127.0.0.1", Cause.CONNECTION_REFUSED).only();
    assertThat(closed.kind()).isEqualTo(FindingKind.OWN_SERVICE);
    assertThat(closed.id()).isEqualTo("own-service/connection-refused/127.0.0.1");
    assertThat(closed.title()).isEqualTo("Nothing listens at 127.0.0.1:443 on this host");
    assertThat(closed.treatment().team()).isEqualTo(Team.HOST);
    assertThat(closed.treatment().patterns()).isEmpty();
    assertThat(closed.treatment().text())
        .startsWith(
            "No network is on the way to 127.0.0.1 on tcp/443, which is this host itself. Nothing")
        .doesNotContain("outbound");
  }

  @Test
  void ofSeveralLoopbackAddressesTheOnesThatFailAreNamed() {
    Finding half =
        new Cases()
            .tried(
                need("localhost"),
                attempt("::1", bad(Stage.TCP, Cause.CONNECTION_REFUSED)),
                healthy("127.0.0.1"))
            .only();
    assertThat(half.title())
        .isEqualTo("Nothing listens at localhost:443 (0:0:0:0:0:0:0:1) on this host");
    assertThat(half.treatment().text())
        .startsWith("No network is on the way to 0:0:0:0:0:0:0:1 on tcp/443, which");
  }

  @Test
  void aServiceOfThisHostThatKeepsSilentIsLookedForOnThisHost() {
    Finding silent = new Cases().cut(need("127.0.0.1"), "127.0.0.1", Cause.TLS_TIMEOUT).only();
    assertThat(silent.title())
        .isEqualTo("The service at 127.0.0.1:443 on this host fails: TLS timeout");
    assertThat(silent.treatment().text())
        .endsWith("Look at the service that listens there, and at" + " its log.");
    Finding odd = new Cases().cut(need("127.0.0.1"), "127.0.0.1", Cause.NOT_TLS).only();
    assertThat(odd.kind()).isEqualTo(FindingKind.SERVER_FAULT);
    assertThat(odd.treatment().team()).isEqualTo(Team.HOST);
  }

  @Test
  void portsInARowAreARange() {
    Cases many = new Cases();
    for (int port = 5000; port < 7000; port++) {
      many.unconnected(
          need("127.0.0.1").at(Protocol.TCP, port), "127.0.0.1", Cause.CONNECTION_REFUSED);
    }
    many.unconnected(need("127.0.0.1"), "127.0.0.1", Cause.CONNECTION_REFUSED);
    assertThat(many.only().title())
        .isEqualTo("Nothing listens at 127.0.0.1, tcp/5000-6999, https/443, on this host");
  }

  @Test
  void aHostWithoutARouteIsToldOnceHoweverManyNamesThereAre() {
    Finding stranded =
        new Cases().stranded("a.example", "20.0.0.1").stranded("b.example", "20.0.0.2").only();
    assertThat(stranded.kind()).isEqualTo(FindingKind.NO_WAY_OUT);
    assertThat(stranded.title()).isEqualTo("This host has no route to 2 hosts");
    assertThat(stranded.evidence())
        .containsExactly("the kernel knows no route to 20.0.0.1, 20.0.0.2");
    assertThat(stranded.treatment().team()).isEqualTo(Team.HOST);
  }

  @Test
  void aNameWithIpv6AloneIsNoWordAgainstTheRoutesOfAHostWithoutIpv6() {
    Finding names =
        new Cases()
            .unknown(need("a.example"), Cause.DNS_NO_ROUTE)
            .unknown(need("b.example"), Cause.DNS_NO_ROUTE)
            .only();
    assertThat(names.kind()).isEqualTo(FindingKind.NO_WAY_OUT);
    assertThat(names.title()).isEqualTo("This host has no route to its DNS servers");
    assertThat(names.treatment().team()).isEqualTo(Team.HOST);
    assertThat(new Cases().stranded("a.example", "2001:db8::1").only().kind())
        .isEqualTo(FindingKind.UNEXPLAINED);
  }

  @Test
  void unrelatedCertificatesThatExpireAtOnceMeanAWrongClock() {
    Finding clock =
        new Cases()
            .tried(need("a.example"), expired("CN=one", "a1"))
            .tried(need("b.example"), expired("CN=two", "b2"))
            .tried(need("c.example"), expired("CN=three", "c3"))
            .only();
    assertThat(clock.kind()).isEqualTo(FindingKind.CLOCK);
    assertThat(clock.title()).isEqualTo("This machine's clock is at least 10 days ahead");
    assertThat(clock.treatment().team()).isEqualTo(Team.HOST);
  }

  @Test
  void otherHostsTellByHowMuchTheClockIsWrong() {
    Instant truly = Cases.CLOCK.minus(Duration.ofDays(12));
    List<Finding> found =
        new Cases()
            .tried(need("a.example"), expired("CN=one", "a1"))
            .tried(need("b.example").at(Protocol.HTTP, 80), dated("20.0.0.2", truly))
            .tried(need("c.example").at(Protocol.HTTP, 80), dated("20.0.0.3", truly))
            .findings();
    assertThat(found)
        .extracting(Finding::title)
        .containsExactly("This machine's clock is 12 days ahead");
    assertThat(found.get(0).confidence()).isEqualTo(Confidence.HIGH);
  }

  @Test
  void oneCertificateOfSeveralHostsIsAFaultOfWhoeverServesIt() {
    Finding fault =
        new Cases()
            .tried(need("a.example"), expired("CN=one", "same"))
            .tried(need("b.example"), expired("CN=one", "same"))
            .only();
    assertThat(fault.kind()).isEqualTo(FindingKind.SERVER_FAULT);
    assertThat(fault.title()).contains("a.example, b.example", "expired certificate");
  }

  @Test
  void aClockThatOthersConfirmIsNotBlamed() {
    Cases cases =
        new Cases()
            .tried(need("x.example").at(Protocol.HTTP, 80), dated("20.0.0.8", Cases.CLOCK))
            .tried(need("y.example").at(Protocol.HTTP, 80), dated("20.0.0.9", Cases.CLOCK));
    for (String name : List.of("a", "b", "c")) {
      cases.tried(need(name + ".example"), expired("CN=" + name, name));
    }
    assertThat(cases.findings()).extracting(Finding::kind).containsOnly(FindingKind.SERVER_FAULT);
  }

  @Test
  void allNamesOfOneFilterAreOneSinkhole() {
    Finding filter =
        new Cases()
            .unknown(need("a.example"), Cause.SINKHOLED)
            .unknown(need("b.other"), Cause.SINKHOLED)
            .only();
    assertThat(filter.kind()).isEqualTo(FindingKind.SINKHOLE);
    assertThat(filter.title()).startsWith("A DNS filter at 10.0.0.4:53 sends a.example, b.other");
  }

  @Test
  void aProxyThatAsksForCredentialsIsOneFinding() {
    Cases cases = new Cases();
    for (String host : List.of("a.example", "b.example")) {
      cases.tried(
          need(host).at(Protocol.HTTP, 80), plain(Cases.publicAddress(host), Map.of(), 407));
    }
    assertThat(cases.only().title()).isEqualTo("A proxy asks for credentials");
  }

  @Test
  void aProxyThatKeepsSilentIsOneFindingForThoseWhoRunIt() {
    Cases cases = new Cases();
    for (String host : List.of("a.example", "b.example")) {
      cases.tried(need(host), behindProxy(bad(Stage.PROXY, Cause.RESPONSE_TIMEOUT)));
    }
    assertThat(cases.only().title()).isEqualTo("The proxy was asked and does not answer");
    assertThat(cases.only().treatment().team()).isEqualTo(Team.PROXY);
  }

  @Test
  void thePrivateAddressOfAProxyIsNotTakenForThatOfTheHost() {
    Cases cases = new Cases();
    Attempt refused =
        new Attempt(
            Outcomes.address("10.0.0.9"),
            behindProxy(ok(Stage.PROXY), ok(Stage.TLS), ok(Stage.HTTP)).steps(),
            Outcomes.tls(TrustSource.PUBLIC),
            Outcomes.answer(403, Map.of("x-ms-error-code", "AuthorizationFailure"), ""));
    cases.tried(need("contoso.blob.core.windows.net"), refused);
    assertThat(cases.only().title()).doesNotContain("private");
    assertThat(cases.only().evidence().toString()).doesNotContain("10.0.0.9");
  }

  private static Attempt behindProxy(Step... steps) {
    List<Step> all = new ArrayList<>(List.of(ok(Stage.TCP)));
    all.addAll(List.of(steps));
    return attempt("10.0.0.9", all.toArray(Step[]::new));
  }

  @Test
  void aFirewallWithoutAnyRuleIsOneFinding() {
    Cases cases = new Cases();
    for (String host : List.of("a.one", "b.two", "c.three")) {
      cases.cut(need(host), Cases.publicAddress(host), Cause.CLOSED_AFTER_CLIENT_HELLO);
    }
    Finding all = cases.only();
    assertThat(all.kind()).isEqualTo(FindingKind.NO_WAY_OUT);
    assertThat(all.treatment().patterns()).containsExactly("a.one", "b.two", "c.three");
  }

  @Test
  void noPrivateEndpointReachedIsOneFindingAndNotOneForEach() {
    Cases cases = new Cases().well("login.example");
    for (int i = 1; i <= 3; i++) {
      cases.unconnected(
          need("n" + i + ".example").expecting(AddressScope.PRIVATE),
          "10.0.0." + i,
          Cause.CONNECT_TIMEOUT);
    }
    assertThat(cases.only().title())
        .isEqualTo("No private endpoint is reached: 10.0.0.1, 10.0.0.2, 10.0.0.3 are silent");
  }

  @Test
  void allServicesOfOneResourceAreRefusedByOneFirewall() {
    Cases cases = new Cases();
    for (String service : List.of("blob", "file")) {
      cases.tried(
          need("contoso." + service + ".core.windows.net"),
          new Attempt(
              address("20.0.0.5"),
              List.of(ok(Stage.TCP), ok(Stage.HTTP)),
              null,
              answer(403, Map.of("x-ms-error-code", "AuthorizationFailure"), "")));
    }
    Finding firewall = cases.only();
    assertThat(firewall.kind()).isEqualTo(FindingKind.SERVICE_FIREWALL);
    assertThat(firewall.treatment().team()).isEqualTo(Team.RESOURCE);
  }

  @Test
  void ipv6ThatFailsEverywhereIsOneFinding() {
    Cases cases = new Cases();
    for (int i = 1; i <= 2; i++) {
      cases.tried(
          need("h" + i + ".example"),
          healthy("20.0.0." + i),
          attempt("2603::" + i, bad(Stage.TCP, Cause.CONNECT_TIMEOUT)));
    }
    assertThat(cases.only().title())
        .isEqualTo("IPv6 addresses fail where IPv4 of the same hosts works");
  }

  @Test
  void featuresAreAsBadAsTheWorstThatTheyRequire() {
    Cases cases =
        new Cases()
            .tried(need("a.example").features("studio", "python"), healthy("20.0.0.1"))
            .unconnected(need("b.example").features("studio"), "20.0.0.2", Cause.CONNECT_TIMEOUT)
            .unconnected(
                need("c.example").features("python").recommended(),
                "20.0.0.3",
                Cause.CONNECT_TIMEOUT);
    assertThat(FeatureStates.of(cases.verdicts()))
        .containsExactly(
            new FeatureState("contoso-mlw", "studio", Impact.BROKEN),
            new FeatureState("contoso-mlw", "python", Impact.DEGRADED));
  }

  private static Attempt expired(String issuer, String sha256) {
    CertificateFacts leaf =
        new CertificateFacts(
            "CN=host", issuer, Instant.EPOCH, Cases.CLOCK.minus(Duration.ofDays(10)), sha256);
    TlsFacts tls = new TlsFacts("TLSv1.3", "", List.of(leaf), Set.of(), true, false);
    List<Step> steps = List.of(ok(Stage.TCP), bad(Stage.TLS, Cause.EXPIRED_CERTIFICATE));
    return new Attempt(address("20.0.0.1"), steps, tls, null);
  }

  private static Attempt dated(String address, Instant date) {
    String shown = DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC));
    return plain(address, Map.of("date", shown), 200);
  }

  private static Attempt plain(String address, Map<String, String> headers, int status) {
    List<Step> steps = List.of(ok(Stage.TCP), ok(Stage.HTTP));
    return new Attempt(address(address), steps, null, answer(status, headers, ""));
  }

  @Test
  void aPrivateAddressThatAnswersOnAnotherPortIsNotCalledSilent() {
    Finding silent =
        new Cases()
            .tried(need("a.example").expecting(AddressScope.PRIVATE), healthy("10.0.0.1"))
            .unconnected(
                need("b.example").at(Protocol.HTTP, 80).expecting(AddressScope.PRIVATE),
                "10.0.0.1",
                Cause.CONNECT_TIMEOUT)
            .unconnected(
                need("c.example").at(Protocol.SMB, 445).expecting(AddressScope.PRIVATE),
                "10.0.0.1",
                Cause.CONNECT_TIMEOUT)
            .findings()
            .get(0);
    assertThat(silent.title())
        .isEqualTo(
            "The private address 10.0.0.1 of b.example, c.example answers, but not on http/80,"
                + " smb/445");
  }
}
