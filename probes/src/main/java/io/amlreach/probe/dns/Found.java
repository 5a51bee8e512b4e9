// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import io.amlreach.probe.Cause;
import java.net.InetAddress;
import java.util.List;

/**
 * What the search for one name came to, before it is decided which addresses to try.
 *
 * @param source who answered; empty when nobody
 * @param detail may be empty when the cause is OK
 */
record Found(
    Cause cause, List<InetAddress> addresses, List<String> aliases, String source, String detail) {
  Found {
    addresses = List.copyOf(addresses);
    aliases = List.copyOf(aliases);
  }

  static Found nothing(Cause cause, String detail) {
    return new Found(cause, List.of(), List.of(), "", detail);
  }

  static Found from(String source, List<InetAddress> addresses, String detail) {
    return new Found(Cause.OK, addresses, List.of(), source, detail);
  }

  /** Whether another domain of the search list may have what this name has not. */
  boolean isAbsent() {
    return cause == Cause.NAME_NOT_FOUND || cause == Cause.NO_ADDRESS;
  }
}
