// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;

/** What kind of address a name is expected to resolve to, and what kind an address is. */
public enum AddressScope {
  /** RFC 1918, RFC 6598 (shared address space) or RFC 4193 (unique local). */
  PRIVATE,
  /** Routable on the internet. */
  PUBLIC,
  /** No expectation. */
  ANY;

  /** The lower-case word used in every output. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@link #PRIVATE} or {@link #PUBLIC}; never {@link #ANY}. */
  public static AddressScope of(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean local;
    if (address instanceof Inet4Address) {
      boolean sharedSpace = (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
      local = address.isSiteLocalAddress() || sharedSpace;
    } else {
      local = address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc;
    }
    boolean here = address.isLoopbackAddress() || address.isLinkLocalAddress();
    return local || here ? PRIVATE : PUBLIC;
  }
}
