// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

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

  @Override
  public String toString() {
    boolean v6 = host.indexOf(':') >= 0;
    return protocol.word() + "://" + (v6 ? "[" + host + "]" : host) + ":" + port;
  }
}
