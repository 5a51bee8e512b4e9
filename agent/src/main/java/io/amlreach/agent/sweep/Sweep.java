// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.sweep;

import io.amlreach.probe.Cause;
import io.amlreach.probe.NameSurvey;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Prober;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import io.amlreach.probe.Surveyor;
import io.amlreach.probe.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One bounded pass: every question is handed to the prober, which bounds the work in flight, and
 * what comes back is kept until all is known, the time is up or somebody interrupts. For one run.
 */
public final class Sweep {
  private final Prober prober;
  private final Surveyor surveyor;
  private final Consumer<Outcome> listener;
  private final Map<Target, Outcome> outcomes = new ConcurrentHashMap<>();
  private final Map<Target, Outcome> controls = new ConcurrentHashMap<>();
  private final Map<String, NameSurvey> surveys = new ConcurrentHashMap<>();
  private final AtomicInteger open = new AtomicInteger();
  private final CompletableFuture<Ending> ending = new CompletableFuture<>();

  /**
   * @param listener told of the outcome of every target as it arrives, from the prober's threads
   */
  public Sweep(Prober prober, Surveyor surveyor, Consumer<Outcome> listener) {
    this.prober = prober;
    this.surveyor = surveyor;
    this.listener = listener;
  }

  /**
   * Asks everything and waits.
   *
   * @param deadline for the whole pass
   */
  public Evidence run(Questions questions, Duration deadline) {
    ending.completeOnTimeout(Ending.DEADLINE, deadline.toMillis(), TimeUnit.MILLISECONDS);
    open.set(1);
    for (Target target : questions.targets()) {
      ask(() -> prober.probe(target), broken(target), this::record);
    }
    for (Target control : questions.controls()) {
      ask(() -> prober.probe(control), broken(control), this::recordControl);
    }
    for (String name : questions.names()) {
      ask(() -> surveyor.survey(name), new NameSurvey(name, List.of()), this::record);
    }
    done();
    Ending end = ending.join();
    return new Evidence(outcomes, controls, surveys, end);
  }

  /** Ends the run as soon as possible with what is known; from any thread, any number of times. */
  public void interrupt() {
    ending.complete(Ending.INTERRUPTED);
  }

  /** The last net: nobody asked here ever fails, and if one does, the other answers are kept. */
  private <T> void ask(Supplier<CompletionStage<T>> question, T ifBroken, Consumer<T> record) {
    if (ending.isDone()) {
      return;
    }
    open.incrementAndGet();
    try {
      question
          .get()
          .whenComplete(
              (answer, bug) -> {
                record.accept(bug == null ? answer : ifBroken);
                done();
              });
    } catch (RuntimeException bug) {
      record.accept(ifBroken);
      done();
    }
  }

  private void done() {
    if (open.decrementAndGet() == 0) {
      ending.complete(Ending.COMPLETED);
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
