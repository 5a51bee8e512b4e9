// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.Outcomes;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.NameSurvey;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Prober;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Scrutiny;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SweepTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Target A = new Target("a.example", 443, Protocol.HTTPS);
  private static final Target B = new Target("b.example", 443, Protocol.HTTPS);
  private static final Set<Target> BOTH = new LinkedHashSet<>(List.of(A, B));

  @Test
  void asksEveryTargetOnceAndTellsTheListener() {
    List<Target> asked = new ArrayList<>();
    List<Outcome> heard = new ArrayList<>();
    Sweep sweep =
        new Sweep(
            asking(
                target -> {
                  asked.add(target);
                  return answered(target);
                }),
            heard::add);
    Evidence result = sweep.run(Questions.about(BOTH), LONG);
    assertThat(asked).containsExactly(A, B);
    assertThat(heard).hasSize(2);
    assertThat(result.ending()).isEqualTo(Ending.COMPLETED);
    assertThat(result.outcomes()).containsOnlyKeys(A, B);
  }

  @Test
  void aTargetThatNeverAnswersEndsWithTheDeadlineAndTheOthersAreKept() {
    Evidence result =
        sweep(target -> target.equals(A) ? answered(A) : new CompletableFuture<>())
            .run(Questions.about(BOTH), Duration.ofMillis(50));
    assertThat(result.ending()).isEqualTo(Ending.DEADLINE);
    assertThat(result.outcomes()).containsOnlyKeys(A);
  }

  @Test
  void anInterruptionEndsTheRunWithWhatIsKnown() {
    CompletableFuture<Sweep> self = new CompletableFuture<>();
    Sweep sweep =
        sweep(
            target -> {
              if (target.equals(B)) {
                self.join().interrupt();
                return new CompletableFuture<>();
              }
              return answered(target);
            });
    self.complete(sweep);
    Evidence result = sweep.run(Questions.about(BOTH), LONG);
    assertThat(result.ending()).isEqualTo(Ending.INTERRUPTED);
    assertThat(result.outcomes()).containsOnlyKeys(A);
  }

  @Test
  void nothingMoreIsAskedAfterAnInterruption() {
    Sweep sweep =
        sweep(
            target -> {
              throw new AssertionError("asked " + target);
            });
    sweep.interrupt();
    assertThat(sweep.run(Questions.about(BOTH), LONG).ending()).isEqualTo(Ending.INTERRUPTED);
  }

  @Test
  void aProberThatBreaksItsPromiseIsToldAsAFaultOfOurs() {
    Evidence result =
        sweep(
                target -> {
                  if (target.equals(A)) {
                    throw new IllegalStateException("bug");
                  }
                  return CompletableFuture.failedStage(new IllegalStateException("bug"));
                })
            .run(Questions.about(BOTH), LONG);
    assertThat(result.ending()).isEqualTo(Ending.COMPLETED);
    assertThat(result.outcomes().values())
        .extracting(outcome -> outcome.resolution().step().cause())
        .containsOnly(Cause.BROKEN_PROBE);
  }

  @Test
  void controlsAndNamesAreAskedBesideTheTargetsAndKeptApart() {
    Evidence result =
        sweep(SweepTest::answered)
            .run(
                new Questions(Set.of(A), Set.of(B), Map.of("a.example", Scrutiny.EVERY_SOURCE)),
                LONG);
    assertThat(result.outcomes()).containsOnlyKeys(A);
    assertThat(result.controls()).containsOnlyKeys(B);
    assertThat(result.surveys()).containsOnlyKeys("a.example");
  }

  @Test
  @Timeout(5)
  void aSilentControlIsNotWaitedFor() {
    Evidence result =
        sweep(target -> target.equals(A) ? answered(A) : new CompletableFuture<>())
            .run(new Questions(Set.of(A), Set.of(B), Map.of()), LONG);
    assertThat(result.ending()).isEqualTo(Ending.COMPLETED);
    assertThat(result.outcomes()).containsOnlyKeys(A);
    assertThat(result.controls()).isEmpty();
  }

  @Test
  void controlsAreAskedFirstSoThatTheyHaveAsMuchTimeAsTheTargets() {
    List<Target> asked = new ArrayList<>();
    sweep(
            target -> {
              asked.add(target);
              return answered(target);
            })
        .run(new Questions(Set.of(A), Set.of(B), Map.of()), LONG);
    assertThat(asked).containsExactly(B, A);
  }

  @Test
  void aHostThatAnswersNoHandshakeIsAskedOnceMoreInSmallSegments() {
    Attempt silent =
        Outcomes.attempt(
            "20.0.0.1", Outcomes.ok(Stage.TCP), Outcomes.bad(Stage.TLS, Cause.TLS_TIMEOUT));
    Evidence result =
        sweep(
                target ->
                    target.equals(A)
                        ? CompletableFuture.completedFuture(Outcomes.reached(A, silent))
                        : answered(target))
            .run(Questions.about(BOTH), LONG);
    assertThat(result.smallSegments()).containsOnlyKeys(A);
    assertThat(result.outcomes()).containsOnlyKeys(A, B);
  }

  @Test
  void fewOfManySilentHostsAreAskedAgain() {
    Set<Target> many = new LinkedHashSet<>();
    for (int port = 1; port <= 9; port++) {
      many.add(new Target("a.example", port, Protocol.TLS));
    }
    Attempt silent = Outcomes.attempt("20.0.0.1", Outcomes.bad(Stage.TLS, Cause.TLS_TIMEOUT));
    Evidence result =
        sweep(target -> CompletableFuture.completedFuture(Outcomes.reached(target, silent)))
            .run(Questions.about(many), LONG);
    assertThat(result.smallSegments().keySet()).hasSize(4).allMatch(target -> target.port() <= 4);
  }

  @Test
  void nothingToAskIsAlreadyComplete() {
    assertThat(sweep(SweepTest::answered).run(Questions.about(Set.of()), LONG).ending())
        .isEqualTo(Ending.COMPLETED);
  }

  private static Sweep sweep(Prober prober) {
    return new Sweep(asking(prober), outcome -> {});
  }

  private static Instruments asking(Prober prober) {
    return new Instruments(
        prober,
        prober,
        SweepTest::surveyed,
        (target, address) ->
            CompletableFuture.completedFuture(
                Optional.of(Outcomes.attempt(address.getHostAddress(), Outcomes.ok(Stage.TLS)))));
  }

  private static CompletionStage<NameSurvey> surveyed(String host, Scrutiny scrutiny) {
    return CompletableFuture.completedFuture(new NameSurvey(host, List.of()));
  }

  private static CompletionStage<Outcome> answered(Target target) {
    return CompletableFuture.completedFuture(
        Outcomes.reached(target, Outcomes.healthy("20.0.0.1")));
  }
}
