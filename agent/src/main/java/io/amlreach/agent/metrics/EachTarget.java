// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import static io.amlreach.agent.metrics.Family.Occasion.EACH_TARGET;
import static io.amlreach.agent.metrics.Family.Occasion.EACH_TARGET_OVER_TIME;

import io.amlreach.agent.metrics.Family.Occasion;
import io.amlreach.agent.metrics.Family.Series;
import io.amlreach.agent.verdict.Level;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.CertificateFacts;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import io.amlreach.probe.TlsFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The families that have a series for each target of each workspace. */
final class EachTarget {
  static final List<Family> FAMILIES =
      List.of(
          family(
              EACH_TARGET,
              "probe_success",
              "Whether the target can be used, after damping: 0 when it fails, also where the documents"
                  + " merely recommend it, which is a warning.",
              (target, series) ->
                  success(target.settled().level(), target.usable(), target, series)),
          family(
              EACH_TARGET,
              "probe_raw_success",
              "Whether the target could be used in the last sweep, without damping.",
              (target, series) -> success(target.seen(), target.seenUsable(), target, series)),
          family(
              EACH_TARGET,
              "probe_level",
              "1 for the present level after damping: pass, warn, fail, unknown or skipped.",
              (target, series) -> series.add(1, target.with(target.settled().level().word())),
              "level"),
          family(
              EACH_TARGET,
              "probe_cause",
              "1 for the present cause after damping and the stage that decided.",
              EachTarget::cause,
              "stage",
              "cause"),
          family(
              EACH_TARGET,
              "probe_duration_seconds",
              "How long each stage took in the last sweep; of several addresses the slowest.",
              EachTarget::durations,
              "stage"),
          family(
              EACH_TARGET_OVER_TIME,
              "probe_last_success_timestamp_seconds",
              "When the target was last seen to be usable.",
              (target, series) -> when(target.lastPass(), target, series)),
          family(
              EACH_TARGET_OVER_TIME,
              "probe_state_since_timestamp_seconds",
              "When the present level was first seen.",
              (target, series) -> when(target.since(), target, series)),
          family(
              EACH_TARGET,
              "probe_addresses",
              "How many addresses were tried in the last sweep, by whether the host answered there.",
              EachTarget::addresses,
              "state"),
          family(
              EACH_TARGET,
              "tls_certificate_expiry_timestamp_seconds",
              "When the first of the certificates that the target's addresses showed expires.",
              (target, series) ->
                  expiry(target.outcome()).ifPresent(at -> when(at, target, series))));

  private EachTarget() {}

  /** From one target to its series. */
  @FunctionalInterface
  private interface Drawing {
    void draw(Reached target, Series series);
  }

  private static Family family(
      Occasion occasion, String name, String help, Drawing drawing, String... more) {
    List<String> labels = new ArrayList<>(List.of("workspace", "host", "port", "protocol"));
    labels.addAll(List.of(more));
    return new Family(
        Described.gauge(name, help, labels.toArray(String[]::new)),
        occasion,
        (facts, series) -> facts.reached().forEach(target -> drawing.draw(target, series)));
  }

  /** Where nothing can be said there is no series: 0 would raise an alarm, 1 would be a lie. */
  private static void success(Level level, boolean usable, Reached target, Series series) {
    switch (level) {
      case PASS, WARN, FAIL -> series.add(usable ? 1 : 0, target.with());
      case UNKNOWN, SKIPPED -> {}
    }
  }

  private static void cause(Reached target, Series series) {
    Stage stage = target.settled().stage();
    String word = stage == null ? "" : stage.word();
    series.add(1, target.with(word, target.settled().cause().word()));
  }

  private static void durations(Reached target, Series series) {
    Outcome outcome = target.outcome();
    if (outcome == null) {
      return;
    }
    Map<Stage, Duration> slowest = new EnumMap<>(Stage.class);
    steps(outcome).forEach(step -> slowest.merge(step.stage(), step.duration(), EachTarget::max));
    slowest.forEach(
        (stage, duration) -> series.add(Seconds.of(duration), target.with(stage.word())));
  }

  /** Every step that took time, of every address. */
  static List<Step> steps(Outcome outcome) {
    List<Step> steps = new ArrayList<>();
    steps.add(outcome.resolution().step());
    outcome.attempts().forEach(attempt -> steps.addAll(attempt.steps()));
    return steps;
  }

  private static void addresses(Reached target, Series series) {
    Outcome outcome = target.outcome();
    if (outcome != null) {
      int answered = (int) outcome.attempts().stream().filter(Attempt::ok).count();
      series.add(answered, target.with("answered"));
      series.add(outcome.attempts().size() - answered, target.with("failed"));
    }
  }

  private static Optional<Instant> expiry(@Nullable Outcome outcome) {
    if (outcome == null) {
      return Optional.empty();
    }
    return outcome.attempts().stream()
        .map(Attempt::tls)
        .flatMap(tls -> leaf(tls).stream())
        .map(CertificateFacts::notAfter)
        .min(Instant::compareTo);
  }

  private static Optional<CertificateFacts> leaf(@Nullable TlsFacts tls) {
    return tls == null ? Optional.empty() : tls.chain().stream().findFirst();
  }

  private static void when(@Nullable Instant at, Reached target, Series series) {
    if (at != null) {
      series.add(Seconds.of(at), target.with());
    }
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
