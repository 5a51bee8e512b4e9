// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.net;

import java.net.InetSocketAddress;

/** Addresses of this machine at which nobody answers, each in its own way. */
public final class DeadEnds {
  private DeadEnds() {}

  /**
   * Refuses TCP with RST and UDP with an ICMP port unreachable. The port is below the range from
   * which systems hand out ports, so that no other program comes to sit there by chance.
   */
  public static InetSocketAddress refusing() {
    return new InetSocketAddress("127.77.0.1", 1);
  }

  /**
   * No TCP connection has a route to a broadcast address, and this one never leaves the machine.
   */
  public static InetSocketAddress unreachable() {
    return new InetSocketAddress("127.255.255.255", 443);
  }
}
