// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.truth;

import io.amlreach.agent.truth.Seen.Kind;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the answers about one name come to.
 *
 * <p>What counts is what this host uses: that a server for comparison gives the public address says
 * nothing against a host that does not ask it, since in a hub and spoke network the private zones
 * are linked to the hub alone. A server for comparison matters when the one in use is wrong.
 */
final class TruthRule {
  private final Sources sources;
  private final List<InetAddress> expected;
  private final String zone;

  /**
   * @param expected addresses of the endpoint; empty when nobody told them
   * @param zone that should hold the record; may be empty
   */
  TruthRule(Sources sources, List<InetAddress> expected, String zone) {
    this.sources = sources;
    this.expected = expected;
    this.zone = zone;
  }

  /**
   * @param used what counts for this host
   */
  Truth of(Seen used) {
    return switch (used.kind()) {
      case NO_ANSWER -> Truth.NO_ANSWER;
      case PRIVATE -> inside(used);
      case PUBLIC, MISSING -> astray(used);
    };
  }

  private Truth inside(Seen used) {
    if (!used.strangers(expected).isEmpty()) {
      return Truth.WRONG_PRIVATE_ADDRESS;
    }
    if (sources.flapping()) {
      return Truth.FLAPPING;
    }
    if (sources.split()) {
      return Truth.SPLIT;
    }
    Stream<Seen> said = sources.inUse().values().stream().flatMap(List::stream);
    boolean leaks = Stream.concat(Stream.of(used), said).anyMatch(Seen::leaksOverIpv6);
    return leaks ? Truth.PUBLIC_IPV6 : Truth.MATCHES;
  }

  private Truth astray(Seen used) {
    if (sources.flapping()) {
      return Truth.FLAPPING;
    }
    boolean isPublic = used.kind() == Kind.PUBLIC;
    boolean forwardable = !sources.fromHostsFile() && !sources.fromAzure();
    if (forwardable && (isPublic || used.denies()) && sources.knows(expected).isPresent()) {
      return Truth.FORWARDER_MISSING;
    }
    if (sources.all().anyMatch(Seen::dangles)) {
      return Truth.DANGLING;
    }
    boolean azureIsPublic = sources.azure().filter(said -> said.kind() == Kind.PUBLIC).isPresent();
    if (azureIsPublic && !zone.isEmpty() && !sources.fromHostsFile()) {
      return Truth.ZONE_NOT_LINKED;
    }
    if (isPublic) {
      return Truth.PUBLIC_LEAK;
    }
    return sources.split() ? Truth.SPLIT : Truth.NOT_FOUND;
  }
}
