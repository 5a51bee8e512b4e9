// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import io.amlreach.probe.AddressScope;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Whether this host has a route to an address. Connecting a datagram socket asks the kernel's
 * routing table and sends nothing. Belongs to one thread.
 */
final class Routes implements Predicate<InetAddress> {
  /** So long a route found stands for all addresses of its kind. */
  private static final long REMEMBERED_NANOS = Duration.ofSeconds(5).toNanos();

  private static final int ANY_PORT = 443;

  private final Map<String, Long> found = new HashMap<>();

  @Override
  public boolean test(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return true; // and says nothing about other addresses
    }
    String kind = kind(address);
    Long when = found.get(kind);
    if (when != null && System.nanoTime() - when < REMEMBERED_NANOS) {
      return true;
    }
    boolean routed = isRouted(address);
    if (routed) {
      found.put(kind, System.nanoTime());
    }
    return routed;
  }

  private static boolean isRouted(InetAddress address) {
    StandardProtocolFamily family =
        address instanceof Inet4Address
            ? StandardProtocolFamily.INET
            : StandardProtocolFamily.INET6;
    try (DatagramChannel channel = DatagramChannel.open(family)) {
      channel.connect(new InetSocketAddress(address, ANY_PORT));
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static String kind(InetAddress address) {
    String family = address instanceof Inet4Address ? "IPv4 " : "IPv6 ";
    return family + AddressScope.of(address).word();
  }
}
