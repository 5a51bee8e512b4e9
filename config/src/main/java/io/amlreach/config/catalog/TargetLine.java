// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import io.amlreach.config.yaml.NearMiss;
import io.amlreach.config.yaml.Problems;
import io.amlreach.config.yaml.Words;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Target;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One line of a target list: what it names, and where it stands. */
record TargetLine(Target target, AddressScope expected, String origin) {
  private static final List<String> PROTOCOLS =
      Arrays.stream(Protocol.values()).map(Protocol::word).toList();
  private static final List<String> SCOPES =
      Arrays.stream(AddressScope.values()).map(AddressScope::word).toList();
  private static final Words<AddressScope> SCOPE = new Words<>(AddressScope.values());
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int PORT_MAX = 65_535;

  /** What the line means; empty with a problem when it means nothing. */
  static Optional<TargetLine> parse(String text, String origin, Problems problems) {
    try {
      return Optional.of(parse(text, origin));
    } catch (IllegalArgumentException refused) {
      problems.add(origin, "", String.valueOf(refused.getMessage()));
      return Optional.empty();
    }
  }

  private static TargetLine parse(String text, String origin) {
    String[] words = BLANKS.split(text, 3);
    if (words.length > 2) {
      throw refused("one target and at most one of " + String.join(", ", SCOPES), text, "");
    }
    AddressScope expected = words.length < 2 ? AddressScope.ANY : scope(words[1]);
    int scheme = words[0].indexOf("://");
    String rest = scheme < 0 ? words[0] : words[0].substring(scheme + 3);
    Optional<Protocol> protocol =
        scheme < 0 ? Optional.empty() : Optional.of(protocol(words[0].substring(0, scheme)));
    int colon = portColon(rest, words[0]);
    String host = host(colon < 0 ? rest : rest.substring(0, colon));
    int port =
        colon < 0 ? usualPort(protocol, words[0]) : port(rest.substring(colon + 1), words[0]);
    Target target = new Target(host, port, protocol.orElseGet(() -> Protocol.usualFor(port)));
    return new TargetLine(target, expected, origin);
  }

  private static AddressScope scope(String word) {
    return SCOPE
        .ofWord(word)
        .orElseThrow(
            () ->
                refused("one of " + String.join(", ", SCOPES), word, NearMiss.hint(word, SCOPES)));
  }

  private static Protocol protocol(String word) {
    return Protocol.ofWord(word)
        .orElseThrow(
            () ->
                refused(
                    "one of " + String.join(", ", PROTOCOLS) + " before ://",
                    word,
                    NearMiss.hint(word, PROTOCOLS)));
  }

  /** Where the port starts; -1 when there is none. */
  private static int portColon(String rest, String text) {
    if (rest.startsWith("[")) {
      int end = rest.indexOf(']');
      if (end < 0 || (end + 1 < rest.length() && rest.charAt(end + 1) != ':')) {
        throw refused("an IPv6 address in brackets, then a colon and the port", text, "");
      }
      return end + 1 < rest.length() ? end + 1 : -1;
    }
    int colon = rest.indexOf(':');
    if (colon >= 0 && rest.indexOf(':', colon + 1) >= 0) {
      throw refused("an IPv6 address in brackets, such as [2001:db8::1]:443", text, "");
    }
    return colon;
  }

  private static String host(String text) {
    if (text.startsWith("[")) {
      return literal(text);
    }
    return HostName.of(text).orElseThrow(() -> refused("a host name or an address", text, ""));
  }

  private static String literal(String bracketed) {
    try {
      boolean scoped = bracketed.contains("%");
      InetAddress address = InetAddress.getByName(bracketed); // in brackets: never looked up
      if (!scoped && address.getAddress().length > 0) {
        return bracketed.substring(1, bracketed.length() - 1).toLowerCase(Locale.ROOT);
      }
    } catch (UnknownHostException ignored) { // told below
    }
    throw refused("an IPv6 address, without a zone", bracketed, "");
  }

  private static int usualPort(Optional<Protocol> protocol, String text) {
    if (protocol.isEmpty()) {
      return 443;
    }
    return switch (protocol.get()) {
      case HTTPS, TLS -> 443;
      case HTTP -> 80;
      case SMB -> 445;
      case TCP, UDP -> throw refused("a port after the host", text, "");
    };
  }

  private static int port(String digits, String text) {
    boolean number = !digits.isEmpty() && digits.length() <= 5;
    if (number && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int port = Integer.parseInt(digits);
      if (port >= 1 && port <= PORT_MAX) {
        return port;
      }
    }
    throw refused("a port from 1 to " + PORT_MAX, text, "");
  }

  private static IllegalArgumentException refused(String expected, String found, String hint) {
    String shown = found.length() > 100 ? found.substring(0, 100) + "..." : found;
    return new IllegalArgumentException(
        "expected " + expected + ", found \"" + shown + "\"" + hint);
  }

  /** The need of the line: not from the catalog, so no feature and no public authority. */
  Need need() {
    return new Need(
        target.toString(),
        "",
        Need.Disposition.PROBE,
        target.host(),
        target.host(),
        target.port(),
        target,
        "as given",
        "",
        expected,
        true,
        false,
        List.of(),
        "",
        List.of(),
        null);
  }
}
