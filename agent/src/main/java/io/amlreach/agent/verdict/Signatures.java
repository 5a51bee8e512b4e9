// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.agent.sweep.Evidence;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.signature.AnswerMatch;
import io.amlreach.config.signature.FailureMatch;
import io.amlreach.config.signature.Signature;
import io.amlreach.config.signature.Signature.Extract;
import io.amlreach.config.signature.SignatureReader;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.HttpFacts;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Target;
import io.amlreach.probe.TlsFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recognises who stands in the way. Only known shapes count: a service may answer any 4xx for its
 * own reasons, and then the path is open.
 *
 * <p>The shipped signatures are read when the first answer or failure comes that could be one: a
 * check in which all is well does not wait for them.
 */
public final class Signatures {
  /** Headers that a shipped signature looks for, whatever the status. */
  private static final Set<String> TELLING = Set.of("x-squid-error", "x-ms-keyvault-network-info");

  private final List<Signature> own;

  /**
   * @param own tried before those that are shipped
   */
  public Signatures(List<Signature> own) {
    this.own = List.copyOf(own);
  }

  /** Those that are shipped and no others. */
  public static Signatures shipped() {
    return new Signatures(List.of());
  }

  /** Whom this answer comes from, if that can be told by its looks. */
  Optional<Recognised> answer(Target target, Attempt attempt, HttpFacts http) {
    return find(
            canBeShipped(http),
            signature ->
                signature.match() instanceof AnswerMatch wanted
                    && Answers.match(wanted, target, attempt, http))
        .map(found -> recognised(found, attempt));
  }

  /** Who makes a target fail like that, if that can be told. */
  Optional<Recognised> failure(Need need, Reading reading, Outcome outcome, Evidence evidence) {
    Attempt attempt = decided(reading, outcome);
    return find(
            true,
            signature ->
                signature.match() instanceof FailureMatch wanted
                    && Failures.match(wanted, need, reading, outcome.target(), attempt, evidence))
        .map(
            found ->
                attempt == null ? new Recognised(found, List.of()) : recognised(found, attempt));
  }

  /**
   * Whether an answer is worth reading the shipped signatures for; a test keeps this true to them.
   * Most answers are not: a service that asks for a token, or has no such page.
   */
  static boolean canBeShipped(HttpFacts http) {
    boolean page = http.header("content-type").startsWith("text/html");
    boolean plainAnswer = http.status() / 100 == 2 || http.status() == 401 || http.status() == 404;
    boolean headers = http.headers().keySet().stream().anyMatch(TELLING::contains);
    return !plainAnswer || page || headers || http.body().contains("Deny");
  }

  private Optional<Signature> find(boolean shipped, Predicate<Signature> matches) {
    Stream<Signature> all =
        shipped ? Stream.concat(own.stream(), Shipped.ALL.stream()) : own.stream();
    return all.filter(matches).findFirst();
  }

  private static @Nullable Attempt decided(Reading reading, Outcome outcome) {
    return outcome.attempts().stream()
        .filter(attempt -> attempt.last().cause() == reading.cause())
        .findFirst()
        .or(() -> outcome.attempts().stream().findFirst())
        .orElse(null);
  }

  private static Recognised recognised(Signature signature, Attempt attempt) {
    return new Recognised(
        signature,
        signature.evidence().stream()
            .flatMap(
                extract ->
                    piece(extract, attempt).map(found -> extract.label() + " " + found).stream())
            .toList());
  }

  private static Optional<String> piece(Extract extract, Attempt attempt) {
    HttpFacts http = attempt.http();
    TlsFacts tls = attempt.tls();
    return switch (extract.kind()) {
      case HEADER ->
          Optional.ofNullable(http == null ? null : http.headers().get(extract.argument()));
      case TITLE -> http == null ? Optional.empty() : Page.title(http);
      case ADDRESS_AFTER ->
          http == null ? Optional.empty() : Page.addressAfter(extract.argument(), http);
      case ISSUER ->
          tls == null || tls.chain().isEmpty()
              ? Optional.empty()
              : Optional.of(tls.chain().get(0).issuer());
    };
  }

  private static final class Shipped {
    static final List<Signature> ALL = SignatureReader.shipped();
  }
}
