// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import io.amlreach.probe.Cause;
import io.amlreach.probe.Deadline;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Resolver;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import io.amlreach.probe.net.NetworkLoop;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Asks for each name once, however many targets share it, and gives all of them the same answer.
 * Answers are kept for as long as this object lives: one sweep.
 */
public final class OncePerName implements Resolver {
  private final Resolver resolver;
  private final NetworkLoop network;
  private final Map<String, CompletableFuture<Resolution>> byName = new ConcurrentHashMap<>();

  public OncePerName(Resolver resolver, NetworkLoop network) {
    this.resolver = resolver;
    this.network = network;
  }

  /**
   * The first caller's deadline rules the look-up; whoever joins it and has less time gets {@link
   * Cause#DNS_TIMEOUT} when that is over.
   */
  @Override
  public CompletionStage<Resolution> resolve(String host, Deadline deadline) {
    CompletableFuture<Resolution> mine = new CompletableFuture<>();
    String name = host.toLowerCase(Locale.ROOT);
    CompletableFuture<Resolution> shared = byName.putIfAbsent(name, mine);
    if (shared != null) {
      return shared.isDone() ? shared : joined(shared, deadline);
    }
    resolver
        .resolve(host, deadline)
        .whenComplete(
            (resolution, fault) -> {
              if (fault == null) {
                mine.complete(resolution);
              } else {
                mine.completeExceptionally(fault);
              }
            });
    return mine;
  }

  private CompletionStage<Resolution> joined(
      CompletableFuture<Resolution> shared, Deadline deadline) {
    long joinedAt = System.nanoTime();
    CompletableFuture<Resolution> mine = shared.copy();
    Future<?> timer =
        network
            .executor()
            .schedule(
                () -> mine.complete(outOfTime(System.nanoTime() - joinedAt)),
                Math.max(0, deadline.remainingNanos()),
                TimeUnit.NANOSECONDS);
    mine.whenComplete((resolution, fault) -> timer.cancel(false));
    return mine;
  }

  private static Resolution outOfTime(long nanos) {
    Duration waited = Duration.ofNanos(nanos);
    String detail = "no answer in " + Words.of(waited) + " to a question that others also wait for";
    return new Resolution(
        new Step(Stage.DNS, Cause.DNS_TIMEOUT, waited, detail), List.of(), List.of(), "", 0);
  }
}
