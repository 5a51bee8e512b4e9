// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.probe.Cause;
import io.amlreach.probe.HttpFacts;
import io.amlreach.probe.Stage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a refusal looks like in an HTTP answer. Only known wording counts: a service may answer any
 * 4xx for its own reasons, and then the path is open.
 *
 * <p>Sources: Azure Firewall's 470 as published by Azure support (2022-08-16); storage, Key Vault
 * and registry codes from the troubleshooting pages of those services (2023-10-31 to 2026-08-25);
 * the workspace text from its private-link troubleshooting page (2024-09-05).
 */
final class Signatures {
  private static final Pattern EGRESS =
      Pattern.compile("(?i)\\bIP\\b\\W{0,6}([0-9a-f:.]{3,45}[0-9a-f])");

  private static final List<Signature> TABLE =
      List.of(
          new Signature(
              http -> http.status() == 470 || refused(http, "Action: Deny"),
              Stage.HTTP,
              Cause.FIREWALL_DENIED,
              http -> "the firewall answered " + http.status() + " in place of the host"),
          new Signature(
              http -> http.status() == 407,
              Stage.PROXY,
              Cause.PROXY_AUTHENTICATION,
              http -> "407: a proxy on the way asks for credentials"),
          service(
              http ->
                  http.status() == 403
                      && http.header("x-ms-error-code").equals("AuthorizationFailure"),
              http -> "403 AuthorizationFailure: the storage account refuses this network"),
          service(
              http -> http.status() == 403 && http.body().contains("ForbiddenByFirewall"),
              http -> "403 ForbiddenByFirewall: the key vault's firewall refuses this network"),
          service(
              http -> http.status() == 403 && http.body().contains("ForbiddenByConnection"),
              http ->
                  "403 ForbiddenByConnection: the key vault admits only approved private endpoints"),
          service(
              http ->
                  http.status() == 403
                      && http.body().contains("DENIED")
                      && http.body().contains("is not allowed access"),
              http -> "403 DENIED: the container registry refuses this network" + egress(http)),
          service(
              http ->
                  (http.status() == 403 || http.status() == 502)
                      && containsIgnoringCase(http.body(), "workspace private link configuration"),
              http -> http.status() + ": the workspace admits only its private endpoints"),
          new Signature(
              http -> http.header("x-squid-error").startsWith("ERR_ACCESS_DENIED"),
              Stage.HTTP,
              Cause.BLOCK_PAGE,
              http -> http.status() + " with " + http.header("x-squid-error") + " of a web proxy"),
          new Signature(
              BlockPage::matches,
              Stage.HTTP,
              Cause.BLOCK_PAGE,
              http -> http.status() + " with the page \"" + BlockPage.title(http) + "\""));

  private Signatures() {}

  /** The refusal that this answer is, if it is one. */
  static Optional<Reading> match(HttpFacts http) {
    return TABLE.stream()
        .filter(signature -> signature.matches.test(http))
        .findFirst()
        .map(found -> found.reading(http));
  }

  private static Signature service(
      Predicate<HttpFacts> matches, Function<HttpFacts, String> detail) {
    return new Signature(matches, Stage.HTTP, Cause.SERVICE_FIREWALL, detail);
  }

  private static boolean refused(HttpFacts http, String text) {
    return http.status() >= 400 && http.body().contains(text);
  }

  private static boolean containsIgnoringCase(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part);
  }

  /** The registry tells which address it saw: a forced tunnel shows itself here. */
  private static String egress(HttpFacts http) {
    Matcher matcher = EGRESS.matcher(http.body());
    return matcher.find() ? "; it saw the address " + matcher.group(1) : "";
  }

  private record Signature(
      Predicate<HttpFacts> matches, Stage stage, Cause cause, Function<HttpFacts, String> detail) {
    Reading reading(HttpFacts http) {
      return Reading.of(Severity.of(cause), stage, cause, detail.apply(http));
    }
  }
}
