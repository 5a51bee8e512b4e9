// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.probe.Prober;
import io.amlreach.probe.Proxy;
import io.amlreach.probe.Resolver;
import io.amlreach.probe.dns.DnsResolver;
import io.amlreach.probe.dns.ResolverConfig;
import io.amlreach.probe.net.NetProbe;
import io.amlreach.probe.net.NetworkLoop;
import io.amlreach.probe.net.ProxyOrDirect;
import io.amlreach.probe.net.ProxyResolver;
import io.amlreach.probe.net.TargetProber;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How addresses are reached.
 *
 * @param route where to connect for an address
 * @param toServers where to send what is meant for a DNS server
 * @param routed which addresses have a route; null to ask this host's own routing
 * @param proxy what is asked for the targets that it takes; null to ask all of them directly
 */
record Reach(
    UnaryOperator<InetSocketAddress> route,
    UnaryOperator<InetSocketAddress> toServers,
    @Nullable Predicate<InetAddress> routed,
    @Nullable Proxy proxy) {

  /** Through this host's own network. */
  static Reach ofThisHost(@Nullable Proxy proxy) {
    return new Reach(UnaryOperator.identity(), UnaryOperator.identity(), null, proxy);
  }

  /** Through a simulation, which has all addresses whatever this host has. */
  static Reach simulated(
      UnaryOperator<InetSocketAddress> route,
      UnaryOperator<InetSocketAddress> toServers,
      @Nullable Proxy proxy) {
    return new Reach(route, toServers, address -> true, proxy);
  }

  DnsResolver resolver(NetworkLoop loop, ResolverConfig config) {
    return routed == null
        ? new DnsResolver(loop, config)
        : new DnsResolver(loop, config, routed, toServers);
  }

  /** Resolves and asks, each target on its way. */
  Prober prober(NetworkLoop loop, Resolver resolver, NetProbe probe, Duration timeout) {
    TargetProber direct = new TargetProber(loop, resolver, probe, timeout);
    if (proxy == null) {
      return direct;
    }
    Resolver itsName = new ProxyResolver(resolver, proxy);
    Prober through = new TargetProber(loop, itsName, probe.through(proxy), timeout);
    return new ProxyOrDirect(proxy, through, direct);
  }
}
