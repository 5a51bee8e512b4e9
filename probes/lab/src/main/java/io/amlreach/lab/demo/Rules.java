// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What to do about some hosts; the first pattern that matches decides. */
final class Rules<T> {
  private final Map<HostPattern, T> rules = new LinkedHashMap<>();

  void add(String hosts, T what) {
    rules.put(new HostPattern(hosts), what);
  }

  Optional<T> of(String host) {
    return rules.entrySet().stream()
        .filter(rule -> rule.getKey().matches(host))
        .findFirst()
        .map(Map.Entry::getValue);
  }
}
