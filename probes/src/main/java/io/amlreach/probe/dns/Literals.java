// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells addresses from names. Never asks anybody. */
public final class Literals {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern V4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private Literals() {}

  /** The address that a text spells out; empty for a name. Shorthands such as 127.1 are names. */
  public static Optional<InetAddress> parse(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    String bare = bracketed ? text.substring(1, text.length() - 1) : text;
    if (!V6.matcher(bare).matches() && (bracketed || !V4.matcher(bare).matches())) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(bare)); // no look-up: it is made of digits only
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
