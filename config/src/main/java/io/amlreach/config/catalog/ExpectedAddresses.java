// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which addresses private endpoints have, by host name or by wildcard. */
final class ExpectedAddresses {
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** What is known about one name or wildcard. */
  private record Entry(Set<InetAddress> addresses, Set<String> from) {}

  /**
   * @param pattern in lower case; a host name or one whose first label is {@code *}
   * @param from who says so
   */
  void add(String pattern, InetAddress address, String from) {
    Entry entry =
        entries.computeIfAbsent(
            pattern, key -> new Entry(new LinkedHashSet<>(), new LinkedHashSet<>()));
    entry.addresses().add(address);
    entry.from().add(from);
  }

  void addAll(ExpectedAddresses others) {
    others.entries.forEach(
        (pattern, entry) ->
            entry.from().forEach(from -> entry.addresses().forEach(ip -> add(pattern, ip, from))));
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Names without a wildcard, in the order of the files. */
  Stream<String> hosts() {
    return entries.keySet().stream().filter(pattern -> !pattern.startsWith("*."));
  }

  /** Of this host, else of the wildcard that covers it; empty when nobody told. */
  List<InetAddress> of(String host) {
    return entry(host).map(entry -> List.copyOf(entry.addresses())).orElse(List.of());
  }

  /** The files that told {@link #of}; empty when there is none. */
  String from(String host) {
    return entry(host).map(entry -> String.join(", ", entry.from())).orElse("");
  }

  private Optional<Entry> entry(String host) {
    Entry exact = entries.get(host);
    // a wildcard of a private endpoint stands for one label, as that of a DNS zone
    String above = "*" + host.substring(Math.max(0, host.indexOf('.')));
    return Optional.ofNullable(exact != null ? exact : entries.get(above));
  }
}
