// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import io.amlreach.probe.Deadline;
import io.amlreach.probe.Resolution;
import io.amlreach.probe.Resolver;
import io.amlreach.probe.net.NetworkLoop;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A resolver under test, on its own loop; every address has a route unless the test says else. */
final class Asking implements AutoCloseable {
  static final Duration PLENTY = Duration.ofSeconds(20);

  final NetworkLoop network = NetworkLoop.start();
  final DnsResolver resolver;

  Asking(ResolverConfig config) {
    resolver = new DnsResolver(network, config, address -> true, UnaryOperator.identity());
  }

  static Asking servers(InetSocketAddress... servers) {
    return new Asking(config(servers));
  }

  static Asking server(StubServer server) {
    return servers(server.address());
  }

  static ResolverConfig config(InetSocketAddress... servers) {
    return ResolverConfig.ofServers(List.of(servers));
  }

  static ResolverConfig config(
      StubServer server, List<String> search, int ndots, Map<String, List<InetAddress>> hosts) {
    return new ResolverConfig(
        "test", List.of(server.address()), search, ndots, PLENTY, PLENTY, 1, Set.of(), hosts);
  }

  Resolution resolve(String host) throws Exception {
    return resolve(host, PLENTY);
  }

  Resolution resolve(String host, Duration time) throws Exception {
    return await(resolver, host, time);
  }

  static Resolution await(Resolver resolver, String host, Duration time) throws Exception {
    return resolver
        .resolve(host, Deadline.after(time))
        .toCompletableFuture()
        .get(2 * PLENTY.toSeconds(), TimeUnit.SECONDS);
  }

  static List<String> texts(Resolution resolution) {
    return resolution.addresses().stream().map(InetAddress::getHostAddress).toList();
  }

  @Override
  public void close() {
    resolver.close();
    network.close();
  }
}
