// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import io.amlreach.probe.net.NetworkLoop;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** The servers of a resolver, and the order in which the next question is put to them. */
final class DnsServers implements AutoCloseable {
  private final List<DnsServer> servers;
  private final ResolverConfig config;
  private int asked;

  DnsServers(NetworkLoop network, ResolverConfig config, UnaryOperator<InetSocketAddress> route) {
    boolean tcpOnly = config.options().contains(ResolverOption.TCP_ONLY);
    this.config = config;
    this.servers =
        config.servers().stream()
            .map(address -> new DnsServer(network, address, route.apply(address), tcpOnly))
            .toList();
  }

  boolean isEmpty() {
    return servers.isEmpty();
  }

  long mostTryNanos() {
    return config.tryTimeout().toNanos();
  }

  /** Round after round of all servers; in each, those that kept silent lately come last. */
  List<DnsServer> tries() {
    List<DnsServer> round = new ArrayList<>(servers);
    if (config.options().contains(ResolverOption.ROTATE)) {
      Collections.rotate(round, -(asked++ % servers.size()));
    }
    List<DnsServer> silent = round.stream().filter(DnsServer::isDistrusted).toList();
    round.removeAll(silent);
    round.addAll(silent);
    List<DnsServer> tries = new ArrayList<>();
    for (int i = 0; i < config.attempts(); i++) {
      tries.addAll(round);
    }
    return tries;
  }

  @Override
  public void close() {
    servers.forEach(DnsServer::close);
  }
}
