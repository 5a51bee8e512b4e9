// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import static io.amlreach.agent.Needs.need;
import static io.amlreach.agent.Outcomes.answer;
import static io.amlreach.agent.Outcomes.attempt;
import static io.amlreach.agent.Outcomes.bad;
import static io.amlreach.agent.Outcomes.healthy;
import static io.amlreach.agent.Outcomes.https;
import static io.amlreach.agent.Outcomes.reached;
import static io.amlreach.agent.Outcomes.targetOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Stage;
import io.amlreach.probe.TrustSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsTest {
  @Test
  void whereAllIsWellThereIsNothingToFind() {
    assertThat(new Cases().well("a.example", "b.example").findings()).isEmpty();
  }

  @Test
  void silenceOverUdpIsNoFinding() {
    Cases silent =
        new Cases()
            .tried(
                need("a.example").at(Protocol.UDP, 5831),
                attempt("20.0.0.1", bad(Stage.UDP, Cause.NO_ANSWER)));
    assertThat(silent.findings()).isEmpty();
  }

  @Test
  void sixtyHostsOfOnePatternAreOneMissingRule() {
    Cases many = new Cases().well("other.example");
    for (int i = 0; i < 60; i++) {
      many.cut(
          need("h" + i + ".blob.core.windows.net").pattern("*.blob.core.windows.net"),
          "20.0.1." + i,
          Cause.CLOSED_AFTER_CLIENT_HELLO);
    }
    Finding rule = many.only();
    assertThat(rule.kind()).isEqualTo(FindingKind.RULE_MISSING);
    assertThat(rule.title())
        .startsWith("Nothing reaches *.blob.core.windows.net over TLS")
        .endsWith("as an SNI-filtering firewall does");
    assertThat(rule.confidence()).isEqualTo(Confidence.HIGH);
    assertThat(rule.verdicts()).hasSize(60);
    assertThat(rule.evidence().get(0)).startsWith("60 targets denied alike: h0.blob");
    assertThat(rule.treatment())
        .isEqualTo(
            new Treatment(
                Team.FIREWALL,
                "Allow *.blob.core.windows.net on https/443 in an application rule; if the rule is"
                    + " there, look for an intrusion prevention system or a URL filter on the way.",
                List.of("*.blob.core.windows.net"),
                List.of("https/443")));
  }

  @Test
  void threeFaultsAtOnceAreThreeFindings() {
    List<Finding> found = threeFaults().findings();
    assertThat(found)
        .extracting(Finding::kind)
        .containsExactlyInAnyOrder(
            FindingKind.RULE_MISSING, FindingKind.SMB_BLOCKED, FindingKind.ZONE_UNANSWERED);
  }

  @Test
  void everyFailureAndWarningIsInExactlyOneFinding() {
    Cases cases = threeFaults();
    List<Verdict> explained = new ArrayList<>();
    cases.findings().forEach(finding -> explained.addAll(finding.verdicts()));
    assertThat(explained)
        .containsExactlyInAnyOrderElementsOf(
            cases.verdicts().stream().filter(verdict -> verdict.level() != Level.PASS).toList());
  }

  @Test
  void theSameFactsGiveTheSameFindings() {
    assertThat(threeFaults().findings()).isEqualTo(threeFaults().findings());
  }

  @Test
  void noServerThatAnswersAnythingIsDead() {
    Finding dead =
        new Cases()
            .unknown(need("a.example"), Cause.DNS_TIMEOUT)
            .unknown(need("b.example"), Cause.DNS_UNREACHABLE)
            .only();
    assertThat(dead.kind()).isEqualTo(FindingKind.RESOLVER_DEAD);
    assertThat(dead.evidence()).contains("2 names asked for, none answered");
  }

  @Test
  void aServerThatAnswersOtherNamesLacksTheWayToOneZone() {
    Finding zone =
        new Cases()
            .well("login.example.com")
            .unknown(need("eu.data.mcr.microsoft.com"), Cause.DNS_REFUSED)
            .unknown(need("us.data.mcr.microsoft.com"), Cause.DNS_REFUSED)
            .only();
    assertThat(zone.kind()).isEqualTo(FindingKind.ZONE_UNANSWERED);
    assertThat(zone.title()).contains("not data.mcr.microsoft.com");
    assertThat(zone.evidence()).contains("it answers 1 other name");
  }

  @Test
  void aServerWithoutTheInternetKnowsNoPublicName() {
    Finding names =
        new Cases()
            .tried(need("a.private.example"), healthy("10.0.0.1"))
            .unknown(need("a.one.com"), Cause.NAME_NOT_FOUND)
            .unknown(need("b.two.org"), Cause.NAME_NOT_FOUND)
            .unknown(need("c.three.net"), Cause.NAME_NOT_FOUND)
            .only();
    assertThat(names.title()).isEqualTo("The DNS server knows no public names");
  }

  @Test
  void everythingPublicFailingWhileThePrivateWorksIsTheWayOut() {
    Finding out = nothingOutside(new Cases()).only();
    assertThat(out.kind()).isEqualTo(FindingKind.NO_WAY_OUT);
    assertThat(out.evidence())
        .contains("1 private host can be reached")
        .anyMatch(line -> line.startsWith("connect-timeout at 3 targets"));
  }

  @Test
  void aProxyInTheEnvironmentIsAHint() {
    Finding proxy = nothingOutside(new Cases().proxyVariable("HTTPS_PROXY")).only();
    assertThat(proxy.kind()).isEqualTo(FindingKind.PROXY);
    assertThat(proxy.confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(proxy.evidence()).contains("HTTPS_PROXY is set in the environment of this check");
  }

  @Test
  void oneTagOfSeveralIsMissing() {
    Cases cases = new Cases().well("other.example");
    for (String host : List.of("one.batch.example", "two.batch.example")) {
      cases.unconnected(
          need(host).serviceTag("BatchNodeManagement"), host(host), Cause.CONNECT_TIMEOUT);
    }
    Finding tag = cases.only();
    assertThat(tag.title()).startsWith("Nothing of the service tag BatchNodeManagement is reached");
    assertThat(tag.treatment().patterns()).containsExactly("BatchNodeManagement");
  }

  @Test
  void smbIsBlockedWhereTheSameHostAnswersOn443() {
    Finding smb = shareWithout445(new Cases()).only();
    assertThat(smb.kind()).isEqualTo(FindingKind.SMB_BLOCKED);
    assertThat(smb.confidence()).isEqualTo(Confidence.HIGH);
    assertThat(smb.treatment().text()).contains("10.1.2.7", "smb/445");
  }

  @Test
  void aPortThatFailsEverywhereIsOneFinding() {
    Cases cases = new Cases();
    for (String host : List.of("a.example", "b.example", "c.example")) {
      cases.well(host);
      cases.unconnected(
          need(host).at(Protocol.TCP, 8787).pattern("*.instances.example"),
          host(host),
          Cause.CONNECT_TIMEOUT);
    }
    assertThat(cases.only().title())
        .isEqualTo(
            "TCP 8787 is blocked to a.example, b.example, c.example, other ports of the same hosts"
                + " work");
  }

  @Test
  void aRuleForOneHostOfAWildcardIsInferred() {
    Finding single =
        new Cases()
            .tried(need("a.azurecr.io").pattern("*.azurecr.io"), healthy("20.0.0.1"))
            .cut(
                need("b.azurecr.io").pattern("*.azurecr.io"),
                "20.0.0.2",
                Cause.CLOSED_AFTER_CLIENT_HELLO)
            .only();
    assertThat(single.kind()).isEqualTo(FindingKind.SINGLE_HOST_RULE);
    assertThat(single.confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(single.title()).startsWith("a.azurecr.io is allowed, other names of *.azurecr.io");
  }

  @Test
  void aSiblingThatDoesNotResolveIsNotEvenAWarning() {
    String sibling = "sibling, documented";
    Cases cases =
        new Cases()
            .tried(need("a.azurecr.io").pattern("*.azurecr.io"), healthy("20.0.0.1"))
            .unknown(
                need("b.azurecr.io").pattern("*.azurecr.io").standIn(sibling).recommended(),
                Cause.NAME_NOT_FOUND);
    assertThat(cases.findings()).isEmpty();
    assertThat(cases.verdicts().get(1).level()).isEqualTo(Level.SKIPPED);
  }

  @Test
  void aPrivateEndpointThatAnswersSaysNothingOfTheRule() {
    Finding rule =
        new Cases()
            .tried(need("a.azurecr.io").pattern("*.azurecr.io"), healthy("10.0.0.1"))
            .cut(
                need("b.azurecr.io").pattern("*.azurecr.io"),
                "20.0.0.2",
                Cause.CLOSED_AFTER_CLIENT_HELLO)
            .only();
    assertThat(rule.kind()).isEqualTo(FindingKind.RULE_MISSING);
  }

  @Test
  void aNameThatDoesNotExistIsNoEvidenceOfADeny() {
    List<Finding> found =
        new Cases()
            .tried(need("a.azurecr.io").pattern("*.azurecr.io"), healthy("20.0.0.1"))
            .unknown(need("b.azurecr.io").pattern("*.azurecr.io"), Cause.NAME_NOT_FOUND)
            .findings();
    assertThat(found).extracting(Finding::kind).containsExactly(FindingKind.NAMES_MISSING);
  }

  @Test
  void allHostsOfOneInspectingAuthorityAreOneFinding() {
    Cases cases = new Cases();
    for (String host : List.of("pypi.org", "conda.example", "mcr.example")) {
      cases.tried(need(host), https(host(host), answer(200), TrustSource.SYSTEM));
    }
    Finding inspection = cases.only();
    assertThat(inspection.kind()).isEqualTo(FindingKind.INSPECTION);
    assertThat(inspection.evidence())
        .contains("trusted by this machine's store, not by the public roots")
        .anyMatch(line -> line.contains("pip and conda"));
  }

  @Test
  void oneDeadAddressOfSeveralIsNamed() {
    Finding dead =
        new Cases()
            .tried(
                need("management.azure.com"),
                healthy("20.0.0.1"),
                attempt("20.0.0.2", bad(Stage.TCP, Cause.CONNECT_TIMEOUT)))
            .only();
    assertThat(dead.kind()).isEqualTo(FindingKind.DEAD_ADDRESS);
    assertThat(dead.title()).isEqualTo("1 of 2 addresses of management.azure.com fails");
    assertThat(dead.features()).isEqualTo(Map.of("studio", Impact.DEGRADED));
  }

  @Test
  void aPrivateAnswerAndARefusalOfStorageMeanAnotherDns() {
    Finding dns =
        new Cases()
            .tried(
                need("contoso.blob.core.windows.net").expecting(AddressScope.PRIVATE),
                https(
                    "10.0.0.5",
                    answer(403, Map.of("x-ms-error-code", "AuthorizationFailure"), ""),
                    TrustSource.PUBLIC))
            .only();
    assertThat(dns.kind()).isEqualTo(FindingKind.SERVICE_FIREWALL);
    assertThat(dns.title()).contains("another DNS");
    assertThat(dns.treatment().team()).isEqualTo(Team.FIREWALL);
  }

  @Test
  void handshakesWithoutAnswerAtUnrelatedHostsLookLikeLostPackets() {
    Finding lost =
        new Cases()
            .cut(need("a.example"), "20.0.0.1", Cause.TLS_TIMEOUT)
            .cut(need("b.example"), "20.0.0.2", Cause.TLS_TIMEOUT)
            .only();
    assertThat(lost.kind()).isEqualTo(FindingKind.MTU_BLACK_HOLE);
    assertThat(lost.confidence()).isEqualTo(Confidence.LOW);
  }

  @Test
  void aHandshakeThatIsAnsweredInSmallSegmentsOnlyProvesLostPackets() {
    Finding lost = new Cases().swallowed(need("a.example"), "20.0.0.1").only();
    assertThat(lost.kind()).isEqualTo(FindingKind.MTU_BLACK_HOLE);
    assertThat(lost.confidence()).isEqualTo(Confidence.HIGH);
    assertThat(lost.evidence())
        .contains("the same handshake succeeds in segments of 536 bytes: a.example:443");
  }

  @Test
  void namesThatMustBePrivateAndAreNotAreGroupedByTheirZone() {
    Cases cases = new Cases();
    for (String account : List.of("one", "two")) {
      var need = need(account + ".vault.azure.net").expecting(AddressScope.PRIVATE).probed();
      cases.add(
          need,
          reached(
              targetOf(need),
              List.of(account + ".privatelink.vaultcore.azure.net"),
              healthy(host(account))));
    }
    Finding zone = cases.only();
    assertThat(zone.kind()).isEqualTo(FindingKind.ZONE_NOT_LINKED);
    assertThat(zone.id()).isEqualTo("zone-not-linked/privatelink.vaultcore.azure.net");
    assertThat(zone.treatment())
        .extracting(Treatment::patterns, LIST)
        .containsExactly("privatelink.vaultcore.azure.net");
  }

  private static Cases threeFaults() {
    Cases cases = new Cases().well("login.example.com", "ml.example.com");
    shareWithout445(cases);
    for (String host : List.of("a.blob.example", "b.blob.example")) {
      cases.cut(need(host).pattern("*.blob.example"), host(host), Cause.CLOSED_AFTER_CLIENT_HELLO);
    }
    return cases.unknown(need("one.batch.azure.com"), Cause.DNS_REFUSED);
  }

  private static Cases shareWithout445(Cases cases) {
    String share = "contoso.file.core.windows.net";
    return cases
        .wellAt(share, "10.1.2.7")
        .unconnected(need(share).at(Protocol.SMB, 445), "10.1.2.7", Cause.CONNECT_TIMEOUT);
  }

  private static Cases nothingOutside(Cases cases) {
    cases.tried(need("a.private.example"), healthy("10.0.0.1"));
    for (String host : List.of("a.example", "b.example", "c.example")) {
      cases.unconnected(need(host), host(host), Cause.CONNECT_TIMEOUT);
    }
    return cases;
  }

  private static String host(String name) {
    return Cases.publicAddress(name);
  }
}
