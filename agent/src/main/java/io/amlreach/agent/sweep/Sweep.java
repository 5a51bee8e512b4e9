// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.sweep;

import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Prober;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import io.amlreach.probe.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One bounded pass: every target is handed to the prober, which bounds the work in flight, and what
 * comes back is kept until all is known, the time is up or somebody interrupts. For one run.
 */
public final class Sweep {
  private final Prober prober;
  private final Consumer<Outcome> listener;
  private final Map<Target, Outcome> outcomes = new ConcurrentHashMap<>();
  private final CompletableFuture<Ending> ending = new CompletableFuture<>();

  /**
   * @param listener told of every outcome as it arrives, from the prober's threads
   */
  public Sweep(Prober prober, Consumer<Outcome> listener) {
    this.prober = prober;
    this.listener = listener;
  }

  /**
   * Asks all targets and waits.
   *
   * @param deadline for the whole pass
   */
  public Result run(Set<Target> targets, Duration deadline) {
    ending.completeOnTimeout(Ending.DEADLINE, deadline.toMillis(), TimeUnit.MILLISECONDS);
    AtomicInteger open = new AtomicInteger(targets.size());
    if (targets.isEmpty()) {
      ending.complete(Ending.COMPLETED);
    }
    for (Target target : targets) {
      if (ending.isDone()) {
        break;
      }
      ask(target)
          .whenComplete(
              (outcome, bug) -> {
                record(bug == null ? outcome : broken(target, bug));
                if (open.decrementAndGet() == 0) {
                  ending.complete(Ending.COMPLETED);
                }
              });
    }
    Ending end = ending.join();
    return new Result(Map.copyOf(outcomes), end);
  }

  /** Ends the run as soon as possible with what is known; from any thread, any number of times. */
  public void interrupt() {
    ending.complete(Ending.INTERRUPTED);
  }

  private CompletionStage<Outcome> ask(Target target) {
    try {
      return prober.probe(target);
    } catch (RuntimeException bug) {
      return CompletableFuture.failedStage(bug);
    }
  }

  private void record(Outcome outcome) {
    if (!ending.isDone()) {
      outcomes.put(outcome.target(), outcome);
      listener.accept(outcome);
    }
  }

  /** The last net: a prober never fails, and if it does, the other targets are still told. */
  private static Outcome broken(Target target, @Nullable Throwable bug) {
    Step step = new Step(Stage.DNS, Cause.BROKEN_PROBE, Duration.ZERO, String.valueOf(bug));
    return new Outcome(target, new Resolution(step, List.of(), List.of(), "", 0), List.of());
  }

  /**
   * What is known at the end.
   *
   * @param outcomes of the targets that were asked and answered in time
   */
  public record Result(Map<Target, Outcome> outcomes, Ending ending) {}
}
