// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules;

import java.util.Comparator;
import java.util.Locale;

/**
 * What a rule lets through to its destinations.
 *
 * @param last the same as {@code first} unless it is a range
 */
public record Traffic(Carrier carrier, int first, int last) implements Comparable<Traffic> {
  private static final Comparator<Traffic> ORDER =
      Comparator.comparing(Traffic::carrier)
          .thenComparingInt(Traffic::first)
          .thenComparingInt(Traffic::last);

  private static final int HIGHEST = 65535;

  /** What a rule calls protocol: the first two only where a firewall reads names. */
  public enum Carrier {
    HTTP,
    HTTPS,
    TCP,
    UDP,
    /** The documents' "any": rules have one word for all protocols. */
    ANY;

    /** The lower-case word used in lists and names. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether a rule for this lets the other through too. */
  boolean covers(Traffic other) {
    return (carrier == other.carrier || carrier == Carrier.ANY)
        && first <= other.first
        && other.last <= last;
  }

  /** One port, a range such as {@code 8704-8993}, or {@code *} for all of them. */
  public String ports() {
    if (first <= 1 && last >= HIGHEST) {
      return "*";
    }
    return first == last ? Integer.toString(first) : first + "-" + last;
  }

  @Override
  public int compareTo(Traffic other) {
    return ORDER.compare(this, other);
  }

  /** Protocol and port as reports have them, such as {@code https/443}. */
  @Override
  public String toString() {
    return carrier.word() + "/" + ports();
  }
}
