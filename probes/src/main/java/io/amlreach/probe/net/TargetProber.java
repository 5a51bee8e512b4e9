// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.amlreach.probe.Attempt;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Deadline;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Probe;
import io.amlreach.probe.Prober;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Resolver;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import io.amlreach.probe.Target;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Resolves a target, then asks all its addresses at once, within one deadline. */
public final class TargetProber implements Prober {
  /** Silence over UDP proves nothing however long it lasts, so it is not waited for so long. */
  private static final Duration UDP_WAIT = Duration.ofSeconds(2);

  /**
   * Targets on their way at once: enough that a thousand silent ones cost one timeout together, few
   * enough for the usual limit of open files and for the receive buffers of a DNS server.
   */
  private static final int MAX_IN_FLIGHT = 2000;

  private final NetworkLoop network;
  private final Resolver resolver;
  private final Probe probe;
  private final Duration timeout;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int inFlight;

  /**
   * A prober on this loop.
   *
   * @param timeout for one target with all its stages
   */
  public TargetProber(NetworkLoop network, Resolver resolver, Probe probe, Duration timeout) {
    this.network = network;
    this.resolver = resolver;
    this.probe = probe;
    this.timeout = timeout;
  }

  @Override
  public CompletionStage<Outcome> probe(Target target) {
    CompletableFuture<Outcome> result = new CompletableFuture<>();
    network.executor().execute(() -> admit(() -> start(target, result)));
    return result;
  }

  private void admit(Runnable start) {
    if (inFlight < MAX_IN_FLIGHT) {
      inFlight++;
      start.run();
    } else {
      waiting.add(start);
    }
  }

  private void start(Target target, CompletableFuture<Outcome> result) {
    onLoop(target)
        .exceptionally(bug -> broken(target, bug)) // the last net: never fails
        .thenAcceptAsync(outcome -> finish(outcome, result), network.executor());
  }

  private void finish(Outcome outcome, CompletableFuture<Outcome> result) {
    inFlight--;
    result.complete(outcome);
    Runnable next = waiting.poll();
    if (next != null) {
      admit(next);
    }
  }

  private CompletionStage<Outcome> onLoop(Target target) {
    Deadline deadline = Deadline.after(timeout);
    return CompletableFuture.completedFuture(deadline)
        .thenCompose(budget -> resolver.resolve(target.host(), budget))
        .thenCompose(resolution -> ask(target, resolution, deadline));
  }

  private CompletionStage<Outcome> ask(Target target, Resolution resolution, Deadline deadline) {
    if (!resolution.ok()) {
      return CompletableFuture.completedFuture(new Outcome(target, resolution, List.of()));
    }
    List<CompletableFuture<Attempt>> attempts = new ArrayList<>();
    for (InetAddress address : resolution.addresses()) {
      Deadline its = target.protocol() == Protocol.UDP ? deadline.atMost(UDP_WAIT) : deadline;
      attempts.add(probe.probe(target, address, its).toCompletableFuture());
    }
    return CompletableFuture.allOf(attempts.toArray(CompletableFuture[]::new))
        .thenApply(
            done ->
                new Outcome(
                    target, resolution, attempts.stream().map(CompletableFuture::join).toList()));
  }

  private static Outcome broken(Target target, Throwable bug) {
    Step step = new Step(Stage.DNS, Cause.BROKEN_PROBE, Duration.ZERO, bug.toString());
    return new Outcome(target, new Resolution(step, List.of(), List.of(), "", 0), List.of());
  }
}
