// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads addresses with ports without ever looking a name up. */
final class SocketAddresses {
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile("(" + OCTET + "\\.){3}" + OCTET);
  private static final Pattern BARE_IPV6 =
      Pattern.compile("[0-9A-Fa-f.:%a-z]*:[^\\[\\]]*:[^\\[\\]]*");
  private static final Pattern WITH_PORT = Pattern.compile("(.*):([0-9]{1,5})");

  private SocketAddresses() {}

  /** {@code 10.0.0.4} or {@code fd00::4}. */
  static Optional<InetAddress> withoutPort(String text) {
    return address(BARE_IPV6.matcher(text).matches() ? "[" + text + "]" : text);
  }

  /** {@code 10.0.0.4}, {@code 10.0.0.4:5353}, {@code fd00::4} or {@code [fd00::4]:5353}. */
  static Optional<InetSocketAddress> withUsualPort(String text, int usualPort) {
    return withoutPort(text)
        .map(found -> new InetSocketAddress(found, usualPort))
        .or(() -> withPort(text));
  }

  /** {@code 127.0.0.1:10911}, {@code [::1]:10911} or, for every address, {@code :10911}. */
  static Optional<InetSocketAddress> toListenOn(String text) {
    Matcher match = WITH_PORT.matcher(text);
    if (match.matches() && match.group(1).isEmpty()) {
      return port(match.group(2)).map(InetSocketAddress::new);
    }
    return withPort(text);
  }

  private static Optional<InetSocketAddress> withPort(String text) {
    Matcher match = WITH_PORT.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    return port(match.group(2))
        .flatMap(port -> address(match.group(1)).map(found -> new InetSocketAddress(found, port)));
  }

  private static Optional<Integer> port(String digits) {
    return Optional.of(Integer.valueOf(digits)).filter(port -> port >= 1 && port <= 65_535);
  }

  /** An IPv4 address or a bracketed IPv6 one; of both the JDK makes an address without asking. */
  private static Optional<InetAddress> address(String literal) {
    boolean bracketed = literal.startsWith("[") && literal.endsWith("]");
    if (!bracketed && !IPV4.matcher(literal).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(literal));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
