// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.dns;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Two answers in turn, as from resolvers behind one address that do not agree. */
public final class Alternating implements DnsAnswer {
  private final DnsAnswer odd;
  private final DnsAnswer even;
  // for each type on its own: a client asks for A and AAAA together
  private final Map<Integer, Integer> asked = new ConcurrentHashMap<>();

  private Alternating(DnsAnswer odd, DnsAnswer even) {
    this.odd = odd;
    this.even = even;
  }

  public static Alternating between(DnsAnswer first, DnsAnswer second) {
    return new Alternating(first, second);
  }

  @Override
  public List<byte[]> to(DnsQuery query) {
    int count = asked.merge(query.type(), 1, Integer::sum);
    return (count % 2 == 1 ? odd : even).to(query);
  }
}
