// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which of the addresses found are worth trying.
 *
 * @param addresses IPv4 first, bounded, without duplicates
 * @param dropped how many more there were
 * @param unroutable families that have addresses which this host has no route to
 */
record Selection(List<InetAddress> addresses, int dropped, List<Family> unroutable) {
  /** More of them would tell nothing new about a firewall rule. */
  static final int MOST = 8;

  static Selection of(List<InetAddress> found, Predicate<InetAddress> routed) {
    List<InetAddress> v4 = new ArrayList<>();
    List<InetAddress> v6 = new ArrayList<>();
    for (InetAddress address : new LinkedHashSet<>(found)) {
      (address instanceof Inet4Address ? v4 : v6).add(address);
    }
    List<Family> unroutable = new ArrayList<>();
    if (!v4.isEmpty() && v4.stream().limit(MOST).noneMatch(routed)) {
      unroutable.add(Family.V4);
      v4.clear();
    }
    if (!v6.isEmpty() && v6.stream().limit(MOST).noneMatch(routed)) {
      unroutable.add(Family.V6);
      v6.clear();
    }
    // Neither family may push the other out: each is sure of half the places.
    int sixes = Math.min(v6.size(), Math.max(MOST / 2, MOST - v4.size()));
    int fours = Math.min(v4.size(), MOST - sixes);
    List<InetAddress> chosen = new ArrayList<>(v4.subList(0, fours));
    chosen.addAll(v6.subList(0, sixes));
    return new Selection(chosen, v4.size() + v6.size() - chosen.size(), unroutable);
  }
}
