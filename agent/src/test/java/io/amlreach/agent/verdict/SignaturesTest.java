// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import static io.amlreach.agent.Outcomes.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.Needs;
import io.amlreach.agent.Outcomes;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Cause;
import io.amlreach.probe.HttpFacts;
import io.amlreach.probe.Stage;
import io.amlreach.probe.TrustSource;
import java.util.Map;
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
}
