// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Ports as a person writes them: {@code https/443}, {@code tcp/5000-6999}. */
final class PortRanges {
  /** Two in a row are easier to read one by one. */
  private static final int SHORTEST = 3;

  private PortRanges() {}

  /**
   * One protocol after the other in the order in which they come; ports that follow one another are
   * one range.
   *
   * @param words of the protocols, with their ports; may hold an entry several times
   */
  static List<String> of(Map<String, ? extends Collection<Integer>> words) {
    List<String> ranges = new ArrayList<>();
    words.forEach((word, ports) -> add(word, ports, ranges));
    return List.copyOf(ranges);
  }

  private static void add(String word, Collection<Integer> ports, List<String> ranges) {
    TreeMap<Integer, Integer> lengths = new TreeMap<>(); // by the first port of each run
    int first = -1;
    for (int port : new TreeSet<>(ports)) {
      boolean next = first >= 0 && port == first + lengths.getOrDefault(first, 0);
      first = next ? first : port;
      lengths.merge(first, 1, Integer::sum);
    }
    lengths.forEach(
        (start, length) -> {
          if (length >= SHORTEST) {
            ranges.add(word + "/" + start + "-" + (start + length - 1));
          } else {
            for (int i = 0; i < length; i++) {
              ranges.add(word + "/" + (start + i));
            }
          }
        });
  }
}
