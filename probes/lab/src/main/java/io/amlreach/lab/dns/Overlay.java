// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.dns;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What another server knows: some names of its own, and otherwise what the first one knows. */
public final class Overlay implements Zone {
  private final Zone base;
  private final Map<String, DnsAnswer> names = new ConcurrentHashMap<>();

  public Overlay(Zone base) {
    this.base = base;
  }

  public void name(String host, DnsAnswer answer) {
    names.put(host, answer);
  }

  @Override
  public DnsAnswer answerFor(String name) {
    DnsAnswer own = names.get(name);
    return own == null ? base.answerFor(name) : own;
  }
}
