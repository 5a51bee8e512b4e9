// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import io.amlreach.probe.Cause;
import io.amlreach.probe.Deadline;
import io.amlreach.probe.net.NetworkLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds one family's addresses of one name: asks the servers in turn and follows aliases. A server
 * that takes its time is not given up when the next one is asked: the first useful answer counts.
 * Belongs to the loop's thread.
 */
final class FamilyLookup {
  /** A lost datagram is asked again after this long; the first question stays open meanwhile. */
  private static final long MOST_TRY_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** A shorter wait would take a slow server for a silent one. */
  private static final long LEAST_TRY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  /** Of several servers' troubles the one that says most. */
  private static final List<Cause> TELLING =
      List.of(
          Cause.DNS_TRUNCATED,
          Cause.DNS_REFUSED,
          Cause.DNS_SERVER_FAILURE,
          Cause.DNS_UNREACHABLE,
          Cause.DNS_TIMEOUT,
          Cause.DNS_NO_ROUTE); // told when it holds for all of them

  final CompletableFuture<Answer> result = new CompletableFuture<>();
  private final NetworkLoop network;
  private final DnsServers servers;
  private final Deadline budget;
  private final Deque<DnsServer> tries = new ArrayDeque<>();
  private final Map<DnsServer, Answer> troubles = new HashMap<>();
  private final Map<DnsServer, Long> firstAsked = new LinkedHashMap<>();
  private Question question;
  private int open;
  private @Nullable DnsServer latest;
  private @Nullable Future<?> patience;

  FamilyLookup(NetworkLoop network, DnsServers servers, Question question, Deadline budget) {
    this.network = network;
    this.servers = servers;
    this.question = question;
    this.budget = budget;
  }

  FamilyLookup start() {
    result.whenComplete((answer, failure) -> stopWaiting());
    ask(question);
    return this;
  }

  /** Ends the look-up because nobody wants to wait for it any longer. */
  void giveUp(Duration waited) {
    String who = latest == null ? "nobody" : latest.label();
    result.complete(
        Answer.none(Cause.DNS_TIMEOUT, question, who, "did not answer in " + Words.of(waited)));
  }

  private void ask(Question next) {
    question = next;
    open = 0;
    troubles.clear();
    firstAsked.clear();
    tries.clear();
    tries.addAll(servers.tries());
    askNext();
  }

  private void askNext() {
    stopWaiting();
    tries.removeIf(troubles::containsKey);
    DnsServer server = tries.poll();
    if (server == null) {
      if (open == 0) {
        result.complete(summary());
      }
      return;
    }
    latest = server;
    open++;
    Question asked = question;
    if (!tries.isEmpty()) {
      patience =
          network.executor().schedule(() -> tooSlow(server), patienceNanos(), TimeUnit.NANOSECONDS);
    }
    long since = firstAsked.computeIfAbsent(server, first -> System.nanoTime());
    server.ask(asked, budget, since, result).thenAccept(answer -> answered(server, asked, answer));
  }

  private long patienceNanos() {
    long share = Math.max(0, budget.remainingNanos()) / (tries.size() + 1);
    long own = Math.min(servers.mostTryNanos(), Math.max(LEAST_TRY_NANOS, share));
    return tries.isEmpty() ? own : Math.min(own, MOST_TRY_NANOS);
  }

  private void stopWaiting() {
    if (patience != null) {
      patience.cancel(false);
    }
  }

  private void tooSlow(DnsServer server) {
    server.keptSilent();
    askNext();
  }

  private void answered(DnsServer server, Question asked, Answer answer) {
    if (result.isDone() || !asked.equals(question)) {
      return;
    }
    open--;
    if (answer.cause() == Cause.DNS_TIMEOUT) {
      server.keptSilent();
    } else {
      server.answered();
    }
    if (answer.isUnfinished()) {
      ask(answer.question());
    } else if (answer.settlesIt()) {
      result.complete(answer);
    } else {
      troubles.merge(server, answer, (first, second) -> silentOnly(second) ? first : second);
      if (open == 0 || server.equals(latest)) {
        askNext();
      }
    }
  }

  private static boolean silentOnly(Answer answer) {
    return answer.cause() == Cause.DNS_TIMEOUT;
  }

  private Answer summary() {
    List<Answer> inOrder = firstAsked.keySet().stream().map(troubles::get).toList();
    Answer telling =
        Collections.min(inOrder, Comparator.comparingInt(each -> TELLING.indexOf(each.cause())));
    String all = inOrder.stream().map(Answer::detail).collect(Collectors.joining("; "));
    return new Answer(telling.cause(), telling.question(), telling.server(), all, List.of());
  }
}
