// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.share;

import io.amlreach.agent.report.Report;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.dns.Literals;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Replaces in a finished document what tells whose network it is about. */
public final class Pseudonyms {
  /** The end of an escape, of JSON, ours or a terminal's, is no part of the word after it. */
  private static final String ESCAPED =
      "(?<=\\\\[nrtbf])|(?<=\\\\x[0-9a-f]{2})|(?<=\\\\u[0-9A-Fa-f]{4})"
          + "|(?<=\u001b\\[[0-9;]{1,9}m)";

  private static final String START = "(?:(?<![A-Za-z0-9])|" + ESCAPED + ")";
  private static final String END = "(?![A-Za-z0-9])";

  private static final Pattern UUIDS =
      Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
  private static final String V4 =
      "[0-9]{1,3}(?:\\.(?:" + Names.BREAK + ")?[0-9]{1,3}){3}(?![0-9]|\\.[0-9])";
  private static final Pattern V4_ALONE = Pattern.compile("(?<![0-9.])" + V4);
  private static final Pattern ADDRESSES =
      Pattern.compile(
          "(?:(?<![0-9A-Fa-f.])|"
              + ESCAPED
              + ")(?:"
              + V4
              + "|[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]*:[0-9A-Fa-f.]*(?![0-9A-Za-z]))");
  private static final Pattern PEOPLE =
      Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");

  /** A folder may be somebody's; the file in it is said by settings. */
  private static final Pattern FOLDERS =
      Pattern.compile(
          "(?<![A-Za-z0-9:/.])(?:/[A-Za-z0-9._+-]+)+/(?=[A-Za-z0-9._+-]+\\.(?:ya?ml|json))");

  /**
   * Azure's virtual address, the same in every network: learn.microsoft.com
   * what-is-ip-address-168-63-129-16.
   */
  private static final String AZURE = "168.63.129.16";

  /** Addresses that are nobody's: RFC 5737, RFC 3849. */
  private static final List<String> DOCUMENTATION =
      List.of("192.0.2.", "198.51.100.", "203.0.113.", "2001:db8:");

  private final Names names;
  private final ShareKey key;
  private final PrefixPreserving privately;
  private final Set<InetAddress> known = new HashSet<>();
  private final Map<String, String> people = new HashMap<>();
  private final Map<InetAddress, String> replaced = new HashMap<>();
  private final Map<InetAddress, String> publicly = new HashMap<>();

  /** For documents about this report. */
  public Pseudonyms(Names names, ShareKey key, Report report) {
    this.names = names;
    this.key = key;
    this.privately = new PrefixPreserving(key);
    for (Verdict verdict : report.verdicts()) {
      Outcome outcome = verdict.outcome();
      if (outcome != null && verdict.need().entry() != null) {
        known.addAll(outcome.resolution().addresses());
      }
    }
    report.host().resolvers().stream()
        .map(Pseudonyms::withoutPort)
        .map(Literals::parse)
        .flatMap(Optional::stream)
        .forEach(known::remove);
    Literals.parse(AZURE).ifPresent(known::add);
  }

  /** The document without them. */
  public String apply(String document) {
    String told = FOLDERS.matcher(document).replaceAll("");
    told = PEOPLE.matcher(told).replaceAll(this::person);
    String alternatives = names.alternatives();
    if (!alternatives.isEmpty()) {
      Pattern tokens =
          Pattern.compile(START + "(?:" + alternatives + ")" + END, Pattern.CASE_INSENSITIVE);
      told = tokens.matcher(told).replaceAll(found -> name(found.group()));
    }
    told = UUIDS.matcher(told).replaceAll(this::uuid);
    return ADDRESSES.matcher(told).replaceAll(found -> address(found.group()));
  }

  private String name(String found) {
    return Objects.requireNonNull(names.pseudonym(found), "only names are looked for");
  }

  private String person(MatchResult found) {
    String name = found.group().toLowerCase(Locale.ROOT);
    return people.computeIfAbsent(name, fresh -> "person-" + (people.size() + 1) + "@example.com");
  }

  private String uuid(MatchResult found) {
    String id = found.group().toLowerCase(Locale.ROOT);
    ByteBuffer digest = ByteBuffer.wrap(key.digest(id.getBytes(StandardCharsets.US_ASCII)));
    return new UUID(digest.getLong(), digest.getLong()).toString();
  }

  private String address(String shown) {
    String found = shown.replace(Names.BREAK, "");
    String bare = found.endsWith(":") && !found.endsWith("::") ? strip(found) : found;
    String rest = found.substring(bare.length());
    Optional<InetAddress> address = Literals.parse(bare);
    if (address.isPresent()) {
      return pseudonym(address.get(), bare) + rest;
    }
    boolean within = found.indexOf('.') >= 0 && found.indexOf(':') >= 0; // as in "bad:10.0.0.4:53"
    return within ? V4_ALONE.matcher(shown).replaceAll(one -> address(one.group())) : shown;
  }

  private static String strip(String found) {
    return found.substring(0, found.length() - 1);
  }

  private String pseudonym(InetAddress address, String shown) {
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || DOCUMENTATION.stream().anyMatch(address.getHostAddress()::startsWith)
        || (known.contains(address) && AddressScope.of(address) == AddressScope.PUBLIC)) {
      return shown;
    }
    if (AddressScope.of(address) == AddressScope.PRIVATE) {
      return replaced.computeIfAbsent(address, one -> privately.of(one).getHostAddress());
    }
    return publicly.computeIfAbsent(address, this::documentation);
  }

  private String documentation(InetAddress address) {
    int number = publicly.size() + 1;
    return address instanceof Inet4Address
        ? "198.51.100." + Math.min(number, 255)
        : "2001:db8:0:0:0:0:0:" + Integer.toHexString(number);
  }

  static String withoutPort(String server) {
    int colon = server.lastIndexOf(':');
    return colon < 0 ? server : server.substring(0, colon);
  }
}
