// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.sweep;

import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.NameSurvey;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Scrutiny;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import io.amlreach.probe.Target;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One bounded pass: every question is handed to the prober, which bounds the work in flight, and
 * what comes back is kept until all is known, the time is up or somebody interrupts. For one run.
 */
public final class Sweep {
  /**
   * Controls are asked before everything else. Who answers for everybody is on the path, nearer
   * than any target, so nobody waits longer than this for a control when all else is answered.
   */
  private static final long FOR_CONTROLS_MILLIS = 200;

  /** When we are late ourselves, an answer to a control may have arrived and not been read yet. */
  private static final long LAST_LOOK_MILLIS = 10;

  /** One would do for a proof; several tell a path from a host. */
  private static final int SECOND_LOOKS = 4;

  private final Instruments instruments;
  private final Consumer<Outcome> listener;
  private final Map<Target, Outcome> outcomes = new ConcurrentHashMap<>();
  private final Map<Target, Outcome> controls = new ConcurrentHashMap<>();
  private final Map<String, NameSurvey> surveys = new ConcurrentHashMap<>();
  private final Map<Target, Attempt> smallSegments = new ConcurrentHashMap<>();
  private final CompletableFuture<Ending> ending = new CompletableFuture<>();

  /**
   * @param listener told of the outcome of every target as it arrives, from the prober's threads
   */
  public Sweep(Instruments instruments, Consumer<Outcome> listener) {
    this.instruments = instruments;
    this.listener = listener;
  }

  /**
   * Asks everything at once and waits.
   *
   * @param deadline for the whole pass
   */
  public Evidence run(Questions questions, Duration deadline) {
    return run(questions, Pace.AT_ONCE, deadline);
  }

  /**
   * Asks everything in this pace and waits.
   *
   * @param deadline from when the last questions are asked
   */
  public Evidence run(Questions questions, Pace pace, Duration deadline) {
    long most = pace.spread().plus(deadline).toMillis();
    ending.completeOnTimeout(Ending.DEADLINE, most, TimeUnit.MILLISECONDS);
    long start = System.nanoTime();
    Open openControls = new Open();
    for (Target control : questions.controls()) {
      Outcome ifBroken = broken(control);
      ask(openControls, () -> instruments.controls().probe(control), ifBroken, this::recordControl);
    }
    CompletableFuture<Void> controlled = openControls.allAsked();
    Open open = new Open();
    Deque<Target> targets = new ArrayDeque<>(questions.targets());
    Deque<Map.Entry<String, Scrutiny>> names = new ArrayDeque<>(questions.names().entrySet());
    for (int group = 0; group < pace.groups(); group++) {
      waitUntil(start + pace.after(group));
      int left = pace.groups() - group;
      share(targets, left, target -> ask(target, open));
      share(names, left, name -> ask(name.getKey(), name.getValue(), open));
    }
    open.allAsked()
        .thenCompose(all -> lookAgain(questions.targets()))
        .thenCompose(all -> enough(controlled, start))
        .thenRun(() -> ending.complete(Ending.COMPLETED));
    Ending end = ending.join();
    return new Evidence(outcomes, controls, surveys, smallSegments, end);
  }

  /** Ends the run as soon as possible with what is known; from any thread, any number of times. */
  public void interrupt() {
    ending.complete(Ending.INTERRUPTED);
  }

  private void ask(Target target, Open open) {
    ask(open, () -> instruments.targets().probe(target), broken(target), this::record);
  }

  private void ask(String host, Scrutiny scrutiny, Open open) {
    NameSurvey nothing = new NameSurvey(host, List.of());
    ask(open, () -> instruments.names().survey(host, scrutiny), nothing, this::record);
  }

  /** As many as each of the groups that are left has. */
  private static <T> void share(Deque<T> waiting, int groups, Consumer<T> ask) {
    int size = (waiting.size() + groups - 1) / groups;
    for (int i = 0; i < size; i++) {
      ask.accept(waiting.remove());
    }
  }

  private void waitUntil(long nanoTime) {
    long nanos = nanoTime - System.nanoTime();
    if (nanos <= 0) {
      return;
    }
    try {
      ending.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException usual) {
      // nobody ended it
    } catch (ExecutionException e) {
      throw new IllegalStateException("a sweep's ending never fails", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      interrupt();
    }
  }

  /** Hosts that connect and answer no handshake are asked once more, in small packets. */
  private CompletableFuture<Void> lookAgain(Set<Target> targets) {
    Open open = new Open();
    int left = SECOND_LOOKS;
    for (Target target : targets) {
      Outcome outcome = outcomes.get(target);
      Attempt silent = outcome == null || left == 0 ? null : silentHandshake(outcome);
      if (silent != null) {
        left--;
        ask(
            open,
            () -> instruments.smallSegments().at(target, silent.address()),
            Optional.<Attempt>empty(),
            seen -> seen.ifPresent(attempt -> record(target, attempt)));
      }
    }
    return open.allAsked();
  }

  private static @Nullable Attempt silentHandshake(Outcome outcome) {
    if (outcome.resolution().leftToProxy()) {
      return null; // what is between the proxy and the host has segments of its own
    }
    for (Attempt attempt : outcome.attempts()) {
      if (attempt.last().cause() == Cause.TLS_TIMEOUT) {
        return attempt;
      }
    }
    return null;
  }

  private static CompletableFuture<Void> enough(CompletableFuture<Void> controlled, long start) {
    if (controlled.isDone()) {
      return controlled;
    }
    long had = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    long more = Math.max(LAST_LOOK_MILLIS, FOR_CONTROLS_MILLIS - had);
    return controlled.completeOnTimeout(null, more, TimeUnit.MILLISECONDS);
  }

  /** The last net: nobody asked here ever fails, and if one does, the other answers are kept. */
  private <T> void ask(
      Open open, Supplier<CompletionStage<T>> question, T ifBroken, Consumer<T> record) {
    if (ending.isDone()) {
      return;
    }
    open.asked();
    try {
      question
          .get()
          .whenComplete(
              (answer, bug) -> {
                record.accept(bug == null ? answer : ifBroken);
                open.answered();
              });
    } catch (RuntimeException bug) {
      record.accept(ifBroken);
      open.answered();
    }
  }

  private void record(Outcome outcome) {
    if (!ending.isDone()) {
      outcomes.put(outcome.target(), outcome);
      listener.accept(outcome);
    }
  }

  private void recordControl(Outcome outcome) {
    if (!ending.isDone()) {
      controls.put(outcome.target(), outcome);
    }
  }

  private void record(Target target, Attempt inSmallSegments) {
    if (!ending.isDone()) {
      smallSegments.put(target, inSmallSegments);
    }
  }

  private void record(NameSurvey survey) {
    if (!ending.isDone()) {
      surveys.put(survey.host(), survey);
    }
  }

  private static Outcome broken(Target target) {
    Step step = new Step(Stage.DNS, Cause.BROKEN_PROBE, Duration.ZERO, "the prober failed");
    return new Outcome(target, new Resolution(step, List.of(), List.of(), "", 0), List.of());
  }
}
