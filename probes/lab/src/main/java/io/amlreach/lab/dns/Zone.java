// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.dns;

import java.util.Map;

/** What a server knows: an answer for every name. */
@FunctionalInterface
public interface Zone {
  /** The answer for a name, which is in lower case and without its last dot. */
  DnsAnswer answerFor(String name);

  /** These names, in lower case; all others do not exist. */
  static Zone of(Map<String, ? extends DnsAnswer> names) {
    Map<String, DnsAnswer> known = Map.copyOf(names);
    return name -> known.getOrDefault(name, DnsError.NAME_NOT_FOUND);
  }

  /** The same answer for every name. */
  static Zone always(DnsAnswer answer) {
    return name -> answer;
  }
}
