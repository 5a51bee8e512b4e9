// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy, and which targets are asked through it.
 *
 * @param host a name or an address literal without brackets
 * @param port 1 to 65535
 * @param credentials null when none are to be sent
 * @param exceptions hosts that are asked directly
 */
public record Proxy(
    String host, int port, @Nullable BasicCredentials credentials, NoProxy exceptions) {

  /** Whether an HTTP proxy can carry this protocol, whatever its rules. */
  public static boolean carries(Protocol protocol) {
    return switch (protocol) {
      case HTTPS, TLS, HTTP -> true;
      // clients open these sockets themselves, whatever proxy is set for HTTP
      case SMB, TCP, UDP -> false;
    };
  }

  /** Whether this target is to be asked through the proxy. */
  public boolean takes(Target target) {
    return carries(target.protocol()) && !exceptions.matches(target.host());
  }

  /** Host and port: nothing secret. */
  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
