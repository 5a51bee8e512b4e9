// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import io.amlreach.probe.Cause;
import io.amlreach.probe.Deadline;
import io.amlreach.probe.NameAnswer;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Resolver;
import io.amlreach.probe.net.NetworkLoop;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Resolves names as the system does - literals, hosts file, search list, servers in order - and
 * names each way in which that fails. Nothing is remembered between two calls except which servers
 * kept silent. Its stages complete on the loop's thread.
 */
public final class DnsResolver implements Resolver, AutoCloseable {
  private static final String LITERAL = "literal";

  private final NetworkLoop network;
  private final ResolverConfig config;
  private final DnsServers servers;
  private final NameLookup names;
  private final Verdict verdict;

  /** Opens nothing yet: sockets are opened when there is something to ask. */
  public DnsResolver(NetworkLoop network, ResolverConfig config) {
    this(network, config, new Routes(), UnaryOperator.identity());
  }

  /**
   * For simulations, whose addresses this host need not know a way to.
   *
   * @param routed whether an address can be sent to; asked on the loop's thread
   * @param route where to send what is meant for a server
   */
  public DnsResolver(
      NetworkLoop network,
      ResolverConfig config,
      Predicate<InetAddress> routed,
      UnaryOperator<InetSocketAddress> route) {
    this.network = network;
    this.config = config;
    this.servers = new DnsServers(network, config, route);
    this.names = new NameLookup(network, servers);
    this.verdict = new Verdict(routed);
  }

  @Override
  public CompletionStage<Resolution> resolve(String host, Deadline deadline) {
    long asked = System.nanoTime();
    try {
      return CompletableFuture.completedFuture(host)
          .thenComposeAsync(
              name -> start(name, deadline, System.nanoTime() - asked), network.executor())
          .exceptionally(fault -> verdict.broken(fault, elapsedSince(asked)));
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(verdict.broken(e, elapsedSince(asked)));
    }
  }

  private CompletableFuture<Resolution> start(String host, Deadline deadline, long queuedNanos) {
    deadline.giveBack(queuedNanos);
    long start = System.nanoTime();
    return find(host, budget(deadline))
        .thenApply(found -> verdict.of(host, found, elapsedSince(start)));
  }

  /** Gives up what is in flight and closes the sockets. */
  @Override
  public void close() {
    servers.close();
  }

  private Deadline budget(Deadline deadline) {
    long nanos = Math.min(config.timeout().toNanos(), deadline.remainingNanos());
    return Deadline.after(Duration.ofNanos(Math.max(0, nanos)));
  }

  private static Duration elapsedSince(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private CompletableFuture<Found> find(String host, Deadline budget) {
    return withoutAsking(host.toLowerCase(Locale.ROOT))
        .map(CompletableFuture::completedFuture)
        .orElseGet(() -> ask(SearchList.of(host, config.search(), config.ndots()), budget));
  }

  private Optional<Found> withoutAsking(String host) {
    Optional<InetAddress> literal = Literals.parse(host);
    if (literal.isPresent()) {
      return Optional.of(Found.from(LITERAL, List.of(literal.get()), ""));
    }
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    List<InetAddress> listed = config.hosts().getOrDefault(name, List.of());
    if (!listed.isEmpty()) {
      return Optional.of(Found.from(NameAnswer.HOSTS_FILE, listed, ""));
    }
    if (Verdict.isLocalhost(name)) {
      return Optional.of(Found.from(LITERAL, Verdict.LOOPBACK, "localhost is this machine"));
    }
    return Optional.empty();
  }

  private CompletableFuture<Found> ask(SearchList list, Deadline budget) {
    if (list.candidates().isEmpty()) {
      return CompletableFuture.completedFuture(
          Found.nothing(Cause.NAME_NOT_FOUND, "not a valid host name, nobody was asked"));
    }
    if (servers.isEmpty()) {
      return CompletableFuture.completedFuture(
          Found.nothing(
              Cause.DNS_UNREACHABLE, "no DNS server is configured (" + config.source() + ")"));
    }
    return new SearchWalk(list, names, budget).next();
  }
}
