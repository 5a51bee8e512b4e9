// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import io.amlreach.probe.Cause;
import io.amlreach.probe.NameAnswer;
import io.amlreach.probe.NameSurvey;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Scrutiny;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import io.amlreach.probe.Surveyor;
import io.amlreach.probe.net.NetworkLoop;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;

/**
 * Asks the hosts file, each server that this host uses and each that is given for comparison, one
 * by one and more than once, without search domains. Nothing is remembered but which servers keep
 * silent. For one sweep; its stages complete on the loop's thread.
 */
public final class NameSurveys implements Surveyor, AutoCloseable {
  /** A slow recursion may take so long; who waits longer waits for a dead server. */
  private static final Duration MOST_IN_USE = Duration.ofSeconds(2);

  /** Nobody depends on these servers, so nobody should wait for them for long. */
  private static final Duration MOST_TO_COMPARE = Duration.ofSeconds(1);

  private static final int ROUNDS = 2;

  private final NetworkLoop network;
  private final ResolverConfig config;
  private final List<InetSocketAddress> compare;
  private final UnaryOperator<InetSocketAddress> route;
  private final List<SurveyedServer> servers = new ArrayList<>();

  /**
   * Opens nothing yet.
   *
   * @param config how this host resolves names
   * @param compare further servers, asked about {@link Scrutiny#EVERY_SOURCE} names only
   * @param route where to send what is meant for a server; for simulations
   */
  public NameSurveys(
      NetworkLoop network,
      ResolverConfig config,
      List<InetSocketAddress> compare,
      UnaryOperator<InetSocketAddress> route) {
    this.network = network;
    this.config = config;
    this.compare = List.copyOf(compare);
    this.route = route;
  }

  @Override
  public CompletionStage<NameSurvey> survey(String host, Scrutiny scrutiny) {
    try {
      return CompletableFuture.supplyAsync(() -> start(host, scrutiny), network.executor())
          .thenCompose(answers -> answers);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(new NameSurvey(host, List.of()));
    }
  }

  /** Gives up what is in flight and closes the sockets. */
  @Override
  public void close() {
    try {
      network.executor().execute(() -> servers.forEach(SurveyedServer::close));
    } catch (RejectedExecutionException e) {
      return; // the loop has ended, and all sockets with it
    }
  }

  private CompletableFuture<NameSurvey> start(String host, Scrutiny scrutiny) {
    boolean all = scrutiny == Scrutiny.EVERY_SOURCE;
    List<NameAnswer> listed = hostsFile(host);
    if (Literals.parse(host).isPresent() || (!all && !listed.isEmpty())) {
      return CompletableFuture.completedFuture(
          new NameSurvey(host, List.of())); // no server matters
    }
    List<CompletableFuture<List<NameAnswer>>> asked = new ArrayList<>();
    for (SurveyedServer server : servers()) {
      if (all || server.inUse()) {
        asked.add(server.ask(host, all ? ROUNDS : 1));
      }
    }
    return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
        .thenApply(
            done -> {
              List<NameAnswer> answers = new ArrayList<>(listed);
              asked.forEach(each -> answers.addAll(each.join()));
              return new NameSurvey(host, answers);
            });
  }

  private List<SurveyedServer> servers() {
    if (servers.isEmpty()) {
      Set<InetSocketAddress> inUse = new LinkedHashSet<>(config.servers());
      inUse.forEach(address -> servers.add(server(address, true, MOST_IN_USE)));
      Set<InetSocketAddress> others = new LinkedHashSet<>(compare);
      others.removeAll(inUse);
      others.forEach(address -> servers.add(server(address, false, MOST_TO_COMPARE)));
    }
    return servers;
  }

  private SurveyedServer server(InetSocketAddress address, boolean inUse, Duration most) {
    Duration limit = config.timeout().compareTo(most) < 0 ? config.timeout() : most;
    DnsResolver resolver =
        new DnsResolver(network, config.withOnly(address), routed -> true, route);
    return new SurveyedServer(network, resolver, DnsServer.label(address), inUse, limit);
  }

  private List<NameAnswer> hostsFile(String host) {
    List<InetAddress> listed =
        config.hosts().getOrDefault(host.toLowerCase(Locale.ROOT), List.of());
    if (listed.isEmpty()) {
      return List.of();
    }
    Step step = new Step(Stage.DNS, Cause.OK, Duration.ZERO, "");
    Resolution found = new Resolution(step, listed, List.of(), NameAnswer.HOSTS_FILE, 0);
    return List.of(new NameAnswer(NameAnswer.HOSTS_FILE, true, 1, found));
  }
}
