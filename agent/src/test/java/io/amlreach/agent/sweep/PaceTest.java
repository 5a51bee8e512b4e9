// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.Outcomes;
import io.amlreach.probe.NameSurvey;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Target;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  @Test
  void a_few_targets_are_asked_at_once() {
    assertThat(Pace.of(100, Duration.ofMinutes(1), TIMEOUT)).isEqualTo(Pace.AT_ONCE);
  }

  @Test
  void many_are_spread_over_half_of_the_interval_in_small_groups() {
    assertThat(Pace.of(1000, Duration.ofSeconds(30), TIMEOUT))
        .isEqualTo(new Pace(40, Duration.ofSeconds(15)));
  }

  @Test
  void silent_hosts_that_are_asked_twice_still_fit_into_the_interval() {
    assertThat(Pace.of(1000, Duration.ofSeconds(14), TIMEOUT).spread()).hasSeconds(4);
    assertThat(Pace.of(1000, Duration.ofSeconds(10), TIMEOUT)).isEqualTo(Pace.AT_ONCE);
  }

  @Test
  void the_last_group_has_the_whole_deadline() {
    Set<Target> targets = targets(4);
    ConcurrentLinkedQueue<Long> asked = new ConcurrentLinkedQueue<>();
    long start = System.nanoTime();
    Evidence evidence =
        sweep(asked)
            .run(
                Questions.about(targets),
                new Pace(4, Duration.ofMillis(120)),
                Duration.ofMillis(50));
    List<Long> millis = asked.stream().map(at -> (at - start) / 1_000_000).toList();
    assertThat(evidence.ending()).isEqualTo(Ending.COMPLETED);
    assertThat(millis).hasSize(4);
    assertThat(millis.get(1)).isGreaterThanOrEqualTo(40);
    assertThat(millis.get(3)).isGreaterThanOrEqualTo(120);
  }

  @Test
  void whoever_stops_a_sweep_does_not_wait_for_its_last_group() {
    ConcurrentLinkedQueue<Long> asked = new ConcurrentLinkedQueue<>();
    Sweep sweep = sweep(asked);
    CompletableFuture<Evidence> running =
        CompletableFuture.supplyAsync(
            () ->
                sweep.run(Questions.about(targets(2)), new Pace(2, Duration.ofHours(1)), TIMEOUT));
    sweep.interrupt();
    assertThat(running)
        .succeedsWithin(TIMEOUT)
        .extracting(Evidence::ending)
        .isEqualTo(Ending.INTERRUPTED);
    assertThat(asked).hasSizeLessThan(2);
  }

  private static Sweep sweep(ConcurrentLinkedQueue<Long> asked) {
    return new Sweep(
        new Instruments(
            target -> {
              asked.add(System.nanoTime());
              return CompletableFuture.completedFuture(
                  Outcomes.reached(target, Outcomes.attempt("10.1.2.4", Outcomes.ok(Stage.TCP))));
            },
            target -> new CompletableFuture<>(),
            (host, scrutiny) -> CompletableFuture.completedFuture(new NameSurvey(host, List.of())),
            (target, address) -> CompletableFuture.completedFuture(Optional.empty())),
        outcome -> {});
  }

  private static Set<Target> targets(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Target("host" + i + ".example", 443, Protocol.TCP))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
