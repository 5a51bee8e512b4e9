// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.config.catalog.Need;
import io.amlreach.config.signature.Signature;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.CertificateFacts;
import io.amlreach.probe.HttpFacts;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import io.amlreach.probe.Target;
import io.amlreach.probe.TlsFacts;
import io.amlreach.probe.TrustSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the try of one address comes to.
 *
 * <p>An HTTP answer is read first: whoever answered may be the firewall. Any other status below 500
 * means that the service was reached, whatever it thinks of an anonymous request. A 5xx means the
 * same, but the user would still be without the service, so it is a warning.
 */
final class AttemptJudge {
  private AttemptJudge() {}

  static Reading read(Need need, Target target, Attempt attempt, Signatures signatures) {
    HttpFacts http = attempt.http();
    Optional<Reading> told =
        http == null ? Optional.empty() : told(target, attempt, http, signatures);
    if (told.isPresent() && told.get().level() != Level.PASS) {
      return told.get();
    }
    Step last = attempt.last();
    if (!last.ok()) {
      return failure(need, last, attempt);
    }
    if (inspected(need, attempt)) {
      return Reading.of(
          Level.WARN,
          Stage.TLS,
          Cause.INSPECTED,
          "the certificate is issued by " + issuer(attempt));
    }
    if (http != null && http.status() >= 500) {
      return Reading.of(
          Level.WARN, Stage.HTTP, Cause.HTTP_ERROR, "the host answers " + http.status());
    }
    return told.orElseGet(
        () -> Reading.pass(last.stage(), passDetail(target.protocol(), last, http)));
  }

  /** What a known answer means, whoever gave it. */
  private static Optional<Reading> told(
      Target target, Attempt attempt, HttpFacts http, Signatures signatures) {
    return signatures.answer(target, attempt, http).map(known -> answered(known, http));
  }

  private static Reading answered(Recognised answerer, HttpFacts http) {
    Signature signature = answerer.signature();
    Cause cause = Objects.requireNonNull(signature.cause(), "an answer has a cause");
    StringBuilder detail =
        new StringBuilder(signature.detail().replace("{status}", Integer.toString(http.status())));
    answerer.evidence().forEach(piece -> detail.append("; ").append(piece));
    return Reading.of(Severity.of(cause), signature.stage(), cause, detail.toString()).by(answerer);
  }

  private static Reading failure(Need need, Step last, Attempt attempt) {
    if (last.cause() == Cause.INSPECTED) {
      // recognised by its issuer, and trusted by nobody: every client on this host refuses it
      return Reading.of(Level.FAIL, last.stage(), last.cause(), last.detail());
    }
    if (need.publicAuthority() && last.cause() == Cause.UNTRUSTED_CERTIFICATE && named(attempt)) {
      // a private authority vouches for a public name: nobody but a device on the way does that
      return Reading.of(Level.FAIL, last.stage(), Cause.INSPECTED, last.detail());
    }
    if (outOfDate(last.cause())) {
      // Who issued it tells whose certificate is out of date: Azure's or that of a device.
      String detail = last.detail() + "; issued by " + issuer(attempt);
      return Reading.of(Severity.of(last.cause()), last.stage(), last.cause(), detail);
    }
    Level level = Severity.of(last.cause());
    boolean reached = attempt.step(Stage.TLS).filter(Step::ok).isPresent();
    if (last.cause() == Cause.NOT_HTTP && !reached) {
      // Without a trusted handshake before it, garbage proves nothing about who sent it.
      level = Level.FAIL;
    }
    return Reading.of(level, last.stage(), last.cause(), last.detail());
  }

  private static boolean outOfDate(Cause cause) {
    return cause == Cause.EXPIRED_CERTIFICATE || cause == Cause.NOT_YET_VALID_CERTIFICATE;
  }

  private static boolean named(Attempt attempt) {
    TlsFacts tls = attempt.tls();
    return tls != null && tls.namesHost();
  }

  private static boolean inspected(Need need, Attempt attempt) {
    TlsFacts tls = attempt.tls();
    return need.publicAuthority()
        && tls != null
        && !tls.trustedBy().isEmpty()
        && !tls.trustedBy().contains(TrustSource.PUBLIC);
  }

  private static String issuer(Attempt attempt) {
    TlsFacts tls = attempt.tls();
    List<CertificateFacts> chain = tls == null ? List.of() : tls.chain();
    return chain.isEmpty() ? "an authority that is not told" : chain.get(0).issuer();
  }

  private static String passDetail(Protocol protocol, Step last, @Nullable HttpFacts http) {
    if (http != null) {
      return ("HTTP " + http.status()).intern(); // a daemon keeps it for thousands
    }
    // A transparent proxy accepts every connection, so this is all that can be claimed.
    return protocol == Protocol.TCP ? "connect only" : last.detail();
  }
}
