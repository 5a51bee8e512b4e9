// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.probe.dns.DnsResolver;
import io.amlreach.probe.dns.ResolverConfig;
import io.amlreach.probe.net.NetworkLoop;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How addresses are reached.
 *
 * @param route where to connect for an address
 * @param toServers where to send what is meant for a DNS server
 * @param routed which addresses have a route; null to ask this host's own routing
 */
record Reach(
    UnaryOperator<InetSocketAddress> route,
    UnaryOperator<InetSocketAddress> toServers,
    @Nullable Predicate<InetAddress> routed) {

  /** Through this host's own network. */
  static Reach ofThisHost() {
    return new Reach(UnaryOperator.identity(), UnaryOperator.identity(), null);
  }

  /** Through a simulation, which has all addresses whatever this host has. */
  static Reach simulated(
      UnaryOperator<InetSocketAddress> route, UnaryOperator<InetSocketAddress> toServers) {
    return new Reach(route, toServers, address -> true);
  }

  DnsResolver resolver(NetworkLoop loop, ResolverConfig config) {
    return routed == null
        ? new DnsResolver(loop, config)
        : new DnsResolver(loop, config, routed, toServers);
  }
}
