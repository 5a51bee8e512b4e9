// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import org.jspecify.annotations.Nullable;

/**
 * What is probed: a concrete host, a port and how to speak to it. Equal targets are probed once.
 *
 * @param host a host name or an address literal, lower case, without a trailing dot; never empty
 * @param port 1 to 65535
 */
public record Target(String host, int port, Protocol protocol) {
  public Target {
    if (host.isEmpty()) {
      throw new IllegalArgumentException("host is empty");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is outside 1..65535");
    }
  }

  // Targets are keys from the first moment on. Written out, because what the compiler generates for
  // a
  // record is linked at run time and takes longer than probing some of them.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Target that
        && port == that.port
        && protocol == that.protocol
        && host.equals(that.host);
  }

  @Override
  public int hashCode() {
    return (host.hashCode() * 31 + port) * 31 + protocol.word().hashCode();
  }

  @Override
  public String toString() {
    boolean v6 = host.indexOf(':') >= 0;
    return protocol.word() + "://" + (v6 ? "[" + host + "]" : host) + ":" + port;
  }
}
