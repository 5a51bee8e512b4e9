// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Hosts that are reached without the proxy, written as {@code NO_PROXY} usually is:
 *
 * <ul>
 *   <li>{@code contoso.com}: that name and every name below it, as curl, Go and Python read it
 *   <li>{@code .contoso.com} or {@code *.contoso.com}: every name below it
 *   <li>{@code 10.1.2.4} or {@code fd00::4}: a target that is written as this address
 *   <li>{@code 10.0.0.0/8}: a target that is written as an address of this network
 *   <li>{@code *}: everything
 * </ul>
 *
 * <p>A name is never resolved to compare its addresses: clients do not do that either.
 */
public final class NoProxy {
  /** No top-level domain is a number, but a mistyped address ends in one. */
  private static final Pattern NAME =
      Pattern.compile("(\\*?\\.)?([a-z0-9_-]+\\.)*[a-z0-9_-]*[a-z_-][a-z0-9_-]*\\.?");

  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern ADDRESS =
      Pattern.compile(OCTET + "(\\." + OCTET + "){3}|[0-9a-f:.]*:[0-9a-f:.]*");

  private final List<Predicate<String>> rules;

  private NoProxy(List<Predicate<String>> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Hosts that any of these entries names.
   *
   * @param entries each of a form that {@link #understands}
   */
  public static NoProxy of(List<String> entries) {
    List<Predicate<String>> rules = new ArrayList<>();
    for (String entry : entries) {
      rules.add(rule(entry).orElseThrow(() -> new IllegalArgumentException(entry)));
    }
    return new NoProxy(rules);
  }

  /** Whether an entry has one of the forms. */
  public static boolean understands(String entry) {
    return rule(entry).isPresent();
  }

  /**
   * Whether this host is one of them.
   *
   * @param host a name or an address literal without brackets
   */
  public boolean matches(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return rules.stream().anyMatch(rule -> rule.test(lower));
  }

  private static Optional<Predicate<String>> rule(String entry) {
    String text = entry.toLowerCase(Locale.ROOT);
    if (text.equals("*")) {
      return Optional.of(host -> true);
    }
    int slash = text.indexOf('/');
    if (slash >= 0) {
      return network(text.substring(0, slash), text.substring(slash + 1));
    }
    Optional<InetAddress> literal = address(text);
    if (literal.isPresent()) {
      return literal.map(wanted -> host -> address(host).equals(Optional.of(wanted)));
    }
    return NAME.matcher(text).matches() ? Optional.of(name(text)) : Optional.empty();
  }

  private static Predicate<String> name(String text) {
    String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    String suffix = bare.substring(bare.startsWith("*") ? 1 : 0);
    if (suffix.startsWith(".")) {
      return host -> host.endsWith(suffix);
    }
    return host -> host.equals(suffix) || host.endsWith("." + suffix);
  }

  private static Optional<Predicate<String>> network(String start, String length) {
    Optional<InetAddress> first = address(start);
    if (first.isEmpty() || !length.matches("\\d{1,3}")) {
      return Optional.empty();
    }
    byte[] bytes = first.get().getAddress();
    int rest = bytes.length * 8 - Integer.parseInt(length);
    if (rest < 0) {
      return Optional.empty();
    }
    BigInteger network = new BigInteger(1, bytes).shiftRight(rest);
    return Optional.of(
        host ->
            address(host)
                .map(InetAddress::getAddress)
                .filter(other -> other.length == bytes.length)
                .filter(other -> new BigInteger(1, other).shiftRight(rest).equals(network))
                .isPresent());
  }

  /** The address that a text spells out; nobody is asked, since it is made of digits only. */
  private static Optional<InetAddress> address(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    String bare = bracketed ? text.substring(1, text.length() - 1) : text;
    if (!ADDRESS.matcher(bare).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(bare));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
