// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Probe;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Resolver;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import io.amlreach.probe.Target;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TargetProberTest {
  private static final Target TARGET = new Target("a.example.test", 443, Protocol.HTTPS);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final NetworkLoop loop = NetworkLoop.start();

  @AfterEach
  void close() {
    loop.close();
  }

  @Test
  void every_address_is_asked_and_told_in_the_order_of_the_resolution() throws Exception {
    Outcome outcome =
        probe(resolving("10.0.0.1", "2001:db8::1"), (target, address, deadline) -> ok(address));
    assertThat(outcome.attempts())
        .extracting(attempt -> attempt.address().getHostAddress())
        .containsExactly("10.0.0.1", "2001:db8:0:0:0:0:0:1");
  }

  @Test
  void a_name_that_does_not_resolve_is_not_probed() throws Exception {
    Outcome outcome =
        probe(
            (host, deadline) ->
                CompletableFuture.completedFuture(resolution(Cause.NAME_NOT_FOUND, List.of())),
            (target, address, deadline) -> {
              throw new AssertionError("probed " + address);
            });
    assertThat(outcome.resolution().step().cause()).isEqualTo(Cause.NAME_NOT_FOUND);
    assertThat(outcome.attempts()).isEmpty();
  }

  @Test
  void a_fault_of_ours_is_an_answer_too() throws Exception {
    Outcome outcome =
        probe(
            resolving("10.0.0.1"),
            (target, address, deadline) ->
                CompletableFuture.failedFuture(new IllegalStateException("a bug")));
    assertThat(outcome.resolution().step().cause()).isEqualTo(Cause.BROKEN_PROBE);
    assertThat(outcome.resolution().step().detail()).contains("a bug");
  }

  @Test
  void silence_over_udp_is_waited_for_less_long() throws Exception {
    List<Long> millis = new ArrayList<>();
    Probe recording =
        (target, address, deadline) -> {
          millis.add(deadline.remainingMillis());
          return ok(address);
        };
    TargetProber prober = new TargetProber(loop, resolving("10.0.0.1"), recording, TIMEOUT);
    await(prober.probe(new Target("a.example.test", 5831, Protocol.UDP)).toCompletableFuture());
    assertThat(millis).singleElement().satisfies(left -> assertThat(left).isBetween(1L, 2000L));
  }

  @Test
  void no_more_than_two_thousand_targets_are_on_their_way_and_none_is_forgotten() throws Exception {
    AtomicInteger most = new AtomicInteger();
    AtomicInteger now = new AtomicInteger();
    List<CompletableFuture<Resolution>> open = new ArrayList<>();
    Resolver slow =
        (host, deadline) -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          CompletableFuture<Resolution> answer = new CompletableFuture<>();
          open.add(answer);
          return answer.thenApply(
              resolution -> {
                now.decrementAndGet();
                return resolution;
              });
        };
    TargetProber prober =
        new TargetProber(loop, slow, (target, address, deadline) -> ok(address), TIMEOUT);
    List<CompletableFuture<Outcome>> all = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      all.add(
          prober
              .probe(new Target("h" + i + ".example.test", 443, Protocol.TLS))
              .toCompletableFuture());
    }
    for (int answered = 0; answered < all.size(); answered++) {
      CompletableFuture<Resolution> next = onLoop(open, answered);
      loop.executor().submit(() -> next.complete(resolution(Cause.NAME_NOT_FOUND, List.of())));
    }
    await(CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)));
    assertThat(most.get()).isEqualTo(2000);
  }

  private CompletableFuture<Resolution> onLoop(List<CompletableFuture<Resolution>> open, int index)
      throws Exception {
    return loop.executor().submit(() -> open.get(index)).get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
  }

  private Outcome probe(Resolver resolver, Probe probe) throws Exception {
    return await(
        new TargetProber(loop, resolver, probe, TIMEOUT).probe(TARGET).toCompletableFuture());
  }

  private static <T> T await(CompletableFuture<T> future) throws Exception {
    return future.get(30, TimeUnit.SECONDS);
  }

  private static Resolver resolving(String... addresses) throws UnknownHostException {
    List<InetAddress> list = new ArrayList<>();
    for (String address : addresses) {
      list.add(InetAddress.getByName(address));
    }
    return (host, deadline) -> CompletableFuture.completedFuture(resolution(Cause.OK, list));
  }

  private static Resolution resolution(Cause cause, List<InetAddress> addresses) {
    Step step = new Step(Stage.DNS, cause, Duration.ZERO, "");
    return new Resolution(step, addresses, List.of(), "", 0);
  }

  private static CompletableFuture<Attempt> ok(InetAddress address) {
    Step step = new Step(Stage.TCP, Cause.OK, Duration.ZERO, "");
    return CompletableFuture.completedFuture(new Attempt(address, List.of(step), null, null));
  }
}
