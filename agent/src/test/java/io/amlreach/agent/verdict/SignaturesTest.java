// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import static io.amlreach.agent.Outcomes.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.Needs;
import io.amlreach.agent.Outcomes;
import io.amlreach.agent.sweep.Ending;
import io.amlreach.agent.sweep.Evidence;
import io.amlreach.agent.truth.TruthTable;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.signature.AnswerMatch;
import io.amlreach.config.signature.Confidence;
import io.amlreach.config.signature.Signature;
import io.amlreach.config.signature.SignatureReader;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.HttpFacts;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Stage;
import io.amlreach.probe.TrustSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {
  private static final Map<String, String> HTML = Map.of("content-type", "text/html");

  @Test
  void azureFirewallIsKnownByItsStatusOrByItsWords() {
    expect(answer(470), Level.FAIL, Stage.HTTP, Cause.FIREWALL_DENIED);
    expect(
        answer(403, Map.of(), "HTTP  request from 10.0.0.4. Action: Deny. Reason: none"),
        Level.FAIL,
        Stage.HTTP,
        Cause.FIREWALL_DENIED);
  }

  @Test
  void aProxyThatWantsCredentialsIsNamed() {
    expect(answer(407), Level.FAIL, Stage.PROXY, Cause.PROXY_AUTHENTICATION);
  }

  @Test
  void storageThatRefusesTheNetworkIsAServiceFirewall() {
    expectServiceFirewall(answer(403, Map.of("x-ms-error-code", "AuthorizationFailure"), ""));
    expectPass(answer(403, Map.of("x-ms-error-code", "AuthorizationPermissionMismatch"), ""));
    expectPass(answer(409, Map.of("x-ms-error-code", "PublicAccessNotPermitted"), ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ForbiddenByFirewall", "ForbiddenByConnection"})
  void aKeyVaultThatRefusesTheNetworkIsAServiceFirewall(String code) {
    expectServiceFirewall(keyVault(code));
  }

  @Test
  void aKeyVaultThatRefusesThePersonWasReached() {
    expectPass(keyVault("ForbiddenByRbac"));
  }

  @Test
  void aRegistryTellsWhichAddressItSaw() {
    HttpFacts http =
        answer(
            403,
            Map.of(),
            "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"client with IP '203.0.113.9' is not"
                + " allowed access\"}]}");
    expectServiceFirewall(http);
    assertThat(judged(http).detail()).endsWith("it saw the address 203.0.113.9");
    expectPass(answer(403, Map.of(), "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"no\"}]}"));
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 502})
  void aWorkspaceThatAdmitsOnlyItsEndpointsIsAServiceFirewall(int status) {
    expectServiceFirewall(
        answer(status, Map.of(), "Denied based on Workspace Private Link configuration"));
  }

  @Test
  void aWebProxysRefusalIsABlockPage() {
    expect(
        answer(403, Map.of("x-squid-error", "ERR_ACCESS_DENIED 0"), ""),
        Level.FAIL,
        Stage.HTTP,
        Cause.BLOCK_PAGE);
  }

  @Test
  void anHtmlPageThatTellsOfAPolicyIsABlockPage() {
    expect(
        answer(200, HTML, "<html><title>Web Page Blocked</title>by company policy</html>"),
        Level.FAIL,
        Stage.HTTP,
        Cause.BLOCK_PAGE);
  }

  @Test
  void aForbiddenPageOfTheServiceItselfIsNotABlock() {
    expectPass(answer(403, HTML, "<title>403 - Forbidden: Access is denied.</title>"));
    expectPass(
        answer(
            403,
            Map.of("content-type", "text/html", "x-azure-ref", "x"),
            "<title>Blocked</title> by policy"));
    expectPass(answer(302, HTML, "<title>Blocked</title> by policy"));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 301, 302, 400, 401, 403, 404, 405, 429})
  void anyOtherStatusMeansReached(int status) {
    expectPass(answer(status));
  }

  @Test
  void aServerErrorIsAWarningBecauseThePathIsOpen() {
    expect(answer(503), Level.WARN, Stage.HTTP, Cause.HTTP_ERROR);
  }

  private static HttpFacts keyVault(String code) {
    return answer(403, Map.of(), "{\"error\":{\"innererror\":{\"code\":\"" + code + "\"}}}");
  }

  private static void expectServiceFirewall(HttpFacts http) {
    expect(http, Level.FAIL, Stage.HTTP, Cause.SERVICE_FIREWALL);
  }

  private static void expectPass(HttpFacts http) {
    expect(http, Level.PASS, Stage.HTTP, Cause.OK);
  }

  private static void expect(HttpFacts http, Level level, Stage stage, Cause cause) {
    assertThat(judged(http))
        .extracting(Verdict::level, Verdict::stage, Verdict::cause)
        .containsExactly(level, stage, cause);
  }

  private static Verdict judged(HttpFacts http) {
    Need need = Needs.need("host.example").probed();
    return Outcomes.judged(
        need,
        Outcomes.reached(
            Outcomes.targetOf(need), Outcomes.https("20.0.0.1", http, TrustSource.PUBLIC)));
  }

  @Test
  void whatIsRecognisedIsToldWithItsEvidenceAndHowSureItIs() {
    Verdict verdict =
        judged(answer(407, Map.of("via", "1.1 proxy.contoso.example", "server", "squid"), ""));
    Recognised recognised = Objects.requireNonNull(verdict.recognised());
    assertThat(recognised.signature().id()).isEqualTo("proxy-authentication");
    assertThat(recognised.signature().confidence()).isEqualTo(Confidence.HIGH);
    assertThat(recognised.evidence())
        .containsExactly("Server squid", "Via 1.1 proxy.contoso.example");
  }

  @Test
  void aVaultTellsThatTheConnectionCameThroughItsPrivateLink() {
    HttpFacts http =
        answer(
            200, Map.of("x-ms-keyvault-network-info", "conn_type=PrivateLink;addr=10.1.2.9"), "");
    expectPass(http);
    assertThat(judged(http).detail()).contains("private link", "addr=10.1.2.9");
  }

  @Test
  void aRedirectToAPortalCountsOnlyWhereNobodyVouchedForTheAnswer() {
    HttpFacts portal = answer(302, Map.of("location", "http://portal.contoso.example/login"), "");
    expectPass(portal);
    assertThat(inClear(portal).cause()).isEqualTo(Cause.BLOCK_PAGE);
    assertThat(inClear(answer(302, Map.of("location", "http://192.168.1.1/"), "")).cause())
        .isEqualTo(Cause.BLOCK_PAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://login.microsoftonline.com/common/oauth2/authorize",
        "https://host.example/login",
        "https://www.host.example/login",
        "https://elsewhere.contoso.com/simple/",
        "/login",
        "::not an address"
      })
  void anyOtherRedirectIsAnAnswer(String location) {
    assertThat(inClear(answer(302, Map.of("location", location), "")).level())
        .isEqualTo(Level.PASS);
  }

  @Test
  void aSignatureOfTheOperatorGoesBeforeThoseThatAreShipped() {
    Signature own =
        new Signature(
            "own",
            "our own gateway",
            Stage.HTTP,
            new AnswerMatch(
                Set.of(470),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false),
            Cause.BLOCK_PAGE,
            "{status} of our own",
            Confidence.HIGH,
            List.of(),
            null,
            List.of("us"),
            null);
    Need need = Needs.need("host.example").probed();
    Outcome outcome =
        Outcomes.reached(
            Outcomes.targetOf(need), Outcomes.https("20.0.0.1", answer(470), TrustSource.PUBLIC));
    Evidence alone = Evidence.of(Map.of(outcome.target(), outcome), Ending.COMPLETED);
    Verdict verdict =
        Judge.judge(need, outcome, alone, TruthTable.EMPTY, new Signatures(List.of(own)));
    assertThat(verdict.detail()).isEqualTo("470 of our own");
    assertThat(verdict.cause()).isEqualTo(Cause.BLOCK_PAGE);
  }

  @Test
  void anAnswerForWhichTheShippedOnesAreNotReadMatchesNoneOfThem() {
    for (Signature signature : SignatureReader.shipped()) {
      if (signature.match() instanceof AnswerMatch wanted) {
        Map<String, String> headers = new HashMap<>();
        wanted
            .headers()
            .forEach((name, values) -> headers.put(name, values.get(0).replace("*", "")));
        for (int status : wanted.statuses().isEmpty() ? Set.of(200) : wanted.statuses()) {
          String body = wanted.bodyAny().contains("action: deny") ? "Action: Deny" : "";
          assertThat(Signatures.canBeShipped(answer(status, headers, body)))
              .as(signature.id() + " " + status)
              .isTrue();
        }
      }
    }
    assertThat(Signatures.canBeShipped(answer(401))).isFalse();
    assertThat(Signatures.canBeShipped(answer(404))).isFalse();
    assertThat(Signatures.canBeShipped(answer(200))).isFalse();
  }

  private static Verdict inClear(HttpFacts http) {
    Need need = Needs.need("host.example").at(Protocol.HTTP, 80).probed();
    Attempt attempt =
        new Attempt(
            Outcomes.address("20.0.0.1"),
            List.of(Outcomes.ok(Stage.TCP), Outcomes.ok(Stage.HTTP)),
            null,
            http);
    return Outcomes.judged(need, Outcomes.reached(Outcomes.targetOf(need), attempt));
  }
}
