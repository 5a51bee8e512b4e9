// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.amlreach.probe.Cause;
import io.netty.channel.ConnectTimeoutException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.Locale;

/**
 * Names a failed connect by the type of what was thrown, never by its text, which is translated.
 */
final class ConnectFailures {
  private ConnectFailures() {}

  static Cause causeOf(Throwable failure) {
    if (failure instanceof ConnectTimeoutException) {
      return Cause.CONNECT_TIMEOUT;
    }
    if (failure instanceof NoRouteToHostException || failure instanceof BindException) {
      return Cause.UNREACHABLE; // host unreachable; or a route of type prohibit
    }
    if (failure instanceof PortUnreachableException) {
      return Cause.PORT_UNREACHABLE;
    }
    if (failure instanceof ConnectException) {
      // Netty wraps what it annotates: a "prohibit" route is a BindException inside
      return failure.getCause() instanceof BindException
          ? Cause.UNREACHABLE
          : Cause.CONNECTION_REFUSED;
    }
    if (failure instanceof SocketException || noSuchFamily(failure)) {
      return Cause.UNREACHABLE; // no route at all, a blackhole route, or no such family here
    }
    return Cause.BROKEN_PROBE;
  }

  /** An IPv6 address on a host, or in a JVM, without IPv6. */
  private static boolean noSuchFamily(Throwable failure) {
    return failure instanceof UnsupportedAddressTypeException
        || failure instanceof UnsupportedOperationException;
  }

  /** What to add for a person; the address is told elsewhere. */
  static String detailOf(Throwable failure) {
    if (noSuchFamily(failure)) {
      return "this host has no IPv6";
    }
    return switch (causeOf(failure)) {
      case CONNECTION_REFUSED -> "refused at once: nobody listens, or a firewall rejects";
      case UNREACHABLE -> "no route, or a router says that the host cannot be reached";
      case PORT_UNREACHABLE -> "an ICMP message says that nobody listens";
      case BROKEN_PROBE -> failure.getClass().getSimpleName().toLowerCase(Locale.ROOT);
      default -> "";
    };
  }
}
