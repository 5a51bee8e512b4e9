// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How names are to be resolved.
 *
 * @param source where the servers come from, for a person; such as a file's path
 * @param servers resolved addresses in the order to ask them; when empty, only the hosts file and
 *     literals are answered
 * @param search domains to append, in order, without leading or trailing dots
 * @param ndots a name with fewer dots is tried with the search domains first; 0 to 15
 * @param timeout for one name with all its servers, attempts, aliases and search domains
 * @param tryTimeout the most that one server is waited for before the next is asked as well
 * @param attempts how many times a silent server is asked; at least 1
 * @param hosts addresses by lower-case name, asked before any server
 */
public record ResolverConfig(
    String source,
    List<InetSocketAddress> servers,
    List<String> search,
    int ndots,
    Duration timeout,
    Duration tryTimeout,
    int attempts,
    Set<ResolverOption> options,
    Map<String, List<InetAddress>> hosts) {
  /** What glibc takes when resolv.conf does not say, see resolv.conf(5). */
  static final int USUAL_NDOTS = 1;

  static final int USUAL_ATTEMPTS = 2;
  static final Duration USUAL_TIMEOUT = Duration.ofSeconds(5);

  public ResolverConfig {
    servers = List.copyOf(servers);
    search = List.copyOf(search);
    options = Set.copyOf(options);
    hosts = Map.copyOf(hosts);
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts must be at least 1, not " + attempts);
    }
    if (ndots < 0 || ndots > 15) {
      throw new IllegalArgumentException("ndots must be 0 to 15, not " + ndots);
    }
    if (timeout.isNegative() || timeout.isZero() || tryTimeout.isNegative()) {
      throw new IllegalArgumentException("a timeout must be positive");
    }
  }

  /** Given servers: no search domains and no hosts file, so that the answer is theirs alone. */
  public static ResolverConfig ofServers(List<InetSocketAddress> servers) {
    return new ResolverConfig(
        "settings",
        servers,
        List.of(),
        USUAL_NDOTS,
        USUAL_TIMEOUT,
        USUAL_TIMEOUT,
        USUAL_ATTEMPTS,
        Set.of(),
        Map.of());
  }

  /** The same with another time for one name. */
  public ResolverConfig withTimeout(Duration other) {
    return new ResolverConfig(
        source, servers, search, ndots, other, tryTimeout, attempts, options, hosts);
  }

  /** The same with another number of tries for each server, 1 or more. */
  public ResolverConfig withAttempts(int other) {
    return new ResolverConfig(
        source, servers, search, ndots, timeout, tryTimeout, other, options, hosts);
  }

  /** The same with other servers; search domains and hosts file stay. */
  public ResolverConfig withServers(String otherSource, List<InetSocketAddress> others) {
    return new ResolverConfig(
        otherSource, others, search, ndots, timeout, tryTimeout, attempts, options, hosts);
  }

  /** One server and nothing else: what comes back is its own word. */
  ResolverConfig withOnly(InetSocketAddress server) {
    return new ResolverConfig(
        source,
        List.of(server),
        List.of(),
        USUAL_NDOTS,
        timeout,
        tryTimeout,
        attempts,
        options,
        Map.of());
  }
}
