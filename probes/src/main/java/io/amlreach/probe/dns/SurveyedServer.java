// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import io.amlreach.probe.Cause;
import io.amlreach.probe.Deadline;
import io.amlreach.probe.NameAnswer;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import io.amlreach.probe.net.NetworkLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One DNS server that is asked by itself, about few names first and then about more at a time, so
 * that the questions of the probes go before these. One that has answered nothing when the time of
 * its first question is over is dead: nobody waits for it any longer, and it is asked about no
 * further name. So it costs a check its time once. Belongs to the loop's thread.
 */
final class SurveyedServer implements AutoCloseable {
  /**
   * Some resolvers answer no more than so many questions a second and drop the rest, and then it is
   * the probes' own questions that these would cost an answer.
   */
  private static final int MOST_AT_ONCE = 4;

  /** Names that a server has kept silent about before it is asked about no more. */
  static final int MOST_UNANSWERED = 64;

  private static final int FIRST_AT_ONCE = 2;

  /** A name that takes longer gives its place to the next; it may be the name's fault alone. */
  private static final long OVERDUE_MILLIS = 100;

  private final NetworkLoop network;
  private final DnsResolver resolver;
  private final String label;
  private final boolean inUse;
  private final Duration limit;
  private final Queue<Survey> waiting = new ArrayDeque<>();
  private final Set<Survey> inFlight = new LinkedHashSet<>();
  private int places = FIRST_AT_ONCE;
  private int busy;
  private boolean answered;
  private boolean dead;
  private boolean draining;

  /**
   * @param resolver that asks this server and nobody else
   * @param limit for one question with all its tries
   */
  SurveyedServer(
      NetworkLoop network, DnsResolver resolver, String label, boolean inUse, Duration limit) {
    this.network = network;
    this.resolver = resolver;
    this.label = label;
    this.inUse = inUse;
    this.limit = limit;
  }

  boolean inUse() {
    return inUse;
  }

  /** The answers of all rounds; after silence there is no further round. Never fails. */
  CompletableFuture<List<NameAnswer>> ask(String host, int rounds) {
    Survey survey = new Survey(host, rounds);
    waiting.add(survey);
    drain();
    return survey.result;
  }

  @Override
  public void close() {
    resolver.close();
  }

  /** Never within itself: what need not be asked is over at once, and there may be much of it. */
  private void drain() {
    if (draining) {
      return;
    }
    draining = true;
    while (!waiting.isEmpty() && (dead || hasPlace())) {
      waiting.remove().start();
    }
    draining = false;
  }

  private boolean hasPlace() {
    return busy < places && (answered || inFlight.size() < MOST_UNANSWERED);
  }

  /** One name, until all rounds are over. */
  private final class Survey {
    private final String host;
    private final int rounds;
    private final List<NameAnswer> answers = new ArrayList<>();
    private final CompletableFuture<List<NameAnswer>> result = new CompletableFuture<>();
    private boolean placed;

    Survey(String host, int rounds) {
      this.host = host;
      this.rounds = rounds;
    }

    void start() {
      if (dead) {
        giveUp(" was not asked: it kept silent about other names");
        return;
      }
      inFlight.add(this);
      placed = true;
      busy++;
      Future<?> overdue =
          network.executor().schedule(this::overdue, OVERDUE_MILLIS, TimeUnit.MILLISECONDS);
      result.whenComplete((all, failure) -> overdue.cancel(false));
      round();
    }

    private void round() {
      resolver.resolve(host, Deadline.after(limit)).thenAccept(this::heard);
    }

    private void heard(Resolution resolution) {
      if (result.isDone()) {
        return;
      }
      add(resolution);
      boolean silent = resolution.step().cause() == Cause.DNS_TIMEOUT;
      answered |= !silent;
      dead = !answered;
      if (!silent && answers.size() < rounds) {
        round();
        return;
      }
      leave();
      inFlight.remove(this);
      result.complete(answers);
      if (dead) {
        inFlight.forEach(other -> other.giveUp(" did not answer, nor to any other question"));
        inFlight.clear();
      }
      drain();
    }

    private void giveUp(String why) {
      Step step = new Step(Stage.DNS, Cause.DNS_TIMEOUT, Duration.ZERO, label + why);
      add(new Resolution(step, List.of(), List.of(), "", 0));
      result.complete(answers);
    }

    private void overdue() {
      leave();
      drain();
    }

    private void leave() {
      if (placed) {
        placed = false;
        busy--;
        places = Math.min(MOST_AT_ONCE, places + 1);
      }
    }

    private void add(Resolution resolution) {
      answers.add(new NameAnswer(label, inUse, answers.size() + 1, resolution));
    }
  }
}
