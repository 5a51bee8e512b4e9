// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.state.Standing;
import io.amlreach.agent.verdict.Recognised;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Signature;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.CertificateFacts;
import io.amlreach.probe.HttpFacts;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Step;
import io.amlreach.probe.TlsFacts;
import io.amlreach.probe.TrustSource;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** One verdict with the facts behind it; facts that do not exist have no field. */
final class VerdictJson {
  private VerdictJson() {}

  /**
   * Writes it.
   *
   * @param standing over time; null when nobody watches it
   */
  static void write(
      JsonGenerator json, Verdict verdict, History history, @Nullable Standing standing) {
    json.writeStartObject();
    NeedJson.fields(json, verdict.need());
    json.writeStringProperty("level", verdict.level().word());
    if (verdict.stage() != null) {
      json.writeStringProperty("stage", verdict.stage().word());
    }
    json.writeStringProperty("cause", verdict.cause().word());
    json.writeStringProperty("detail", verdict.detail());
    json.writeStringProperty("advice", verdict.advice());
    if (verdict.recognised() != null) {
      signature(json, verdict.recognised());
    }
    History.Failure failure = history.failures().get(verdict.need().id());
    if (failure != null) {
      json.writeBooleanProperty("known", failure.known());
    }
    if (standing != null) {
      standing(json, standing);
    } else if (failure != null) {
      json.writeStringProperty("since", failure.since().toString());
    }
    Outcome outcome = verdict.outcome();
    if (outcome != null) {
      facts(json, verdict, outcome);
    }
    NeedJson.sources(json, verdict.need().sources());
    json.writeEndObject();
  }

  private static void standing(JsonGenerator json, Standing standing) {
    json.writeStringProperty("settled", standing.settled().level().word());
    json.writeStringProperty("since", standing.since().toString());
    if (standing.lastPass() != null) {
      json.writeStringProperty("lastPass", standing.lastPass().toString());
    }
  }

  private static void signature(JsonGenerator json, Recognised recognised) {
    Signature signature = recognised.signature();
    json.writeName("signature").writeStartObject();
    json.writeStringProperty("id", signature.id());
    json.writeStringProperty("blocker", signature.blocker());
    json.writeStringProperty("confidence", signature.confidence().word());
    Json.strings(json, "evidence", recognised.evidence());
    if (signature.hint() != null) {
      json.writeStringProperty("hint", signature.hint());
    }
    Json.strings(json, "sources", signature.sources());
    json.writeEndObject();
  }

  private static void facts(JsonGenerator json, Verdict verdict, Outcome outcome) {
    Resolution resolution = outcome.resolution();
    json.writeName("resolution").writeStartObject();
    step(json, resolution.step());
    json.writeStringProperty("server", resolution.server());
    json.writeNumberProperty("dropped", resolution.dropped());
    json.writeEndObject();
    Json.strings(json, "aliases", resolution.aliases());
    Json.strings(
        json,
        "addresses",
        resolution.addresses().stream().map(InetAddress::getHostAddress).toList());
    json.writeName("attempts").writeStartArray();
    for (Attempt attempt : outcome.attempts()) {
      json.writeStartObject();
      json.writeStringProperty("address", attempt.address().getHostAddress());
      json.writeName("steps").writeStartArray();
      for (Step step : attempt.steps()) {
        json.writeStartObject();
        json.writeStringProperty("stage", step.stage().word());
        step(json, step);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    telling(verdict, outcome, Attempt::tls).ifPresent(tls -> tls(json, tls));
    telling(verdict, outcome, Attempt::http).ifPresent(http -> http(json, http));
  }

  private static void step(JsonGenerator json, Step step) {
    json.writeStringProperty("cause", step.cause().word());
    Json.millis(json, step.duration());
    json.writeStringProperty("detail", step.detail());
  }

  /** The facts of the try that decided, or else of the first that has any. */
  private static <T> Optional<T> telling(
      Verdict verdict, Outcome outcome, Function<Attempt, @Nullable T> facts) {
    Optional<T> decided =
        outcome.attempts().stream()
            .filter(attempt -> attempt.last().cause() == verdict.cause())
            .flatMap(attempt -> Optional.ofNullable(facts.apply(attempt)).stream())
            .findFirst();
    return decided.or(
        () ->
            outcome.attempts().stream()
                .flatMap(attempt -> Optional.ofNullable(facts.apply(attempt)).stream())
                .findFirst());
  }

  private static void tls(JsonGenerator json, TlsFacts tls) {
    json.writeName("tls").writeStartObject();
    json.writeStringProperty("version", tls.version());
    json.writeStringProperty("cipher", tls.cipher());
    if (!tls.chain().isEmpty()) {
      CertificateFacts leaf = tls.chain().get(0);
      json.writeStringProperty("subject", leaf.subject());
      json.writeStringProperty("issuer", leaf.issuer());
      json.writeStringProperty("notBefore", leaf.notBefore().toString());
      json.writeStringProperty("notAfter", leaf.notAfter().toString());
      json.writeStringProperty("sha256", leaf.sha256());
    }
    Json.strings(
        json, "trustedBy", tls.trustedBy().stream().sorted().map(TrustSource::word).toList());
    json.writeEndObject();
  }

  private static void http(JsonGenerator json, HttpFacts http) {
    json.writeName("http").writeStartObject();
    json.writeNumberProperty("status", http.status());
    json.writeStringProperty("server", http.header("server"));
    json.writeEndObject();
  }
}
