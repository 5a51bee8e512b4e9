// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.truth;

import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Resolution;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** One answer about a name, as somebody sees it who expects the address of a private endpoint. */
final class Seen {
  /** Kinds of answer between which a difference matters. */
  enum Kind {
    PRIVATE,
    PUBLIC,
    /** No address, said by a server that was asked. */
    MISSING,
    /** No word about the name: silence, a refusal, a failure. */
    NO_ANSWER
  }

  private static final Set<Cause> DENIALS =
      EnumSet.of(Cause.NAME_NOT_FOUND, Cause.NO_ADDRESS, Cause.SINKHOLED, Cause.ALIAS_LOOP);

  private static final String LINK = ".privatelink.";

  private final Resolution resolution;
  private final List<InetAddress> inside;
  private final List<InetAddress> outside;

  /**
   * @param expected addresses that the endpoint has; they count as private whatever they look like,
   *     since a network may use public ranges for itself
   */
  Seen(Resolution resolution, List<InetAddress> expected) {
    this.resolution = resolution;
    inside =
        resolution.addresses().stream()
            .filter(ip -> AddressScope.of(ip) == AddressScope.PRIVATE || expected.contains(ip))
            .toList();
    outside = resolution.addresses().stream().filter(ip -> !inside.contains(ip)).toList();
  }

  Kind kind() {
    if (!resolution.addresses().isEmpty()) {
      return inside.isEmpty() || outside.stream().anyMatch(Seen::v4) ? Kind.PUBLIC : Kind.PRIVATE;
    }
    return DENIALS.contains(resolution.step().cause()) ? Kind.MISSING : Kind.NO_ANSWER;
  }

  /** Addresses of the network's own. */
  List<InetAddress> inside() {
    return inside;
  }

  boolean leadsSomewhere() {
    return kind() == Kind.PRIVATE || kind() == Kind.PUBLIC;
  }

  /** Whether IPv4 leads inside and IPv6 leads out. */
  boolean leaksOverIpv6() {
    return kind() == Kind.PRIVATE && !outside.isEmpty();
  }

  /** Whether a client that gets the other answer ends up somewhere else. */
  boolean differsFrom(Seen other) {
    if (kind() != other.kind()) {
      return true;
    }
    Set<InetAddress> common = new HashSet<>(inside);
    common.retainAll(other.inside);
    return kind() == Kind.PRIVATE && common.isEmpty();
  }

  /** The addresses that are not the endpoint's; one of a family nobody told of is let pass. */
  List<InetAddress> strangers(List<InetAddress> expected) {
    return inside.stream()
        .filter(ip -> !expected.contains(ip))
        .filter(ip -> expected.stream().anyMatch(told -> v4(told) == v4(ip)))
        .toList();
  }

  /** Whether the server says that there is no such name, as opposed to a filter's false address. */
  boolean denies() {
    Cause cause = resolution.step().cause();
    return cause == Cause.NAME_NOT_FOUND || cause == Cause.NO_ADDRESS;
  }

  /** Whether the chain of aliases ends in a private-link zone that has no record for it. */
  boolean dangles() {
    List<String> aliases = resolution.aliases();
    return denies() && !aliases.isEmpty() && !zone(aliases.get(aliases.size() - 1)).isEmpty();
  }

  /** The private-link zone that the chain of aliases passes; empty when it passes none. */
  String linkZone() {
    return resolution.aliases().stream()
        .map(Seen::zone)
        .filter(zone -> !zone.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String zone(String alias) {
    String name = alias.toLowerCase(Locale.ROOT);
    int at = ("." + name).indexOf(LINK);
    return at < 0 ? "" : name.substring(at);
  }

  /** For a person: the addresses, or why there is none. */
  String words() {
    return resolution.addresses().isEmpty()
        ? resolution.step().cause().word()
        : resolution.addresses().stream()
            .map(InetAddress::getHostAddress)
            .collect(Collectors.joining(", "));
  }

  private static boolean v4(InetAddress address) {
    return !(address instanceof Inet6Address);
  }
}
