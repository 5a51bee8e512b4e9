// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who can mend it. */
public enum Team {
  DNS,
  FIREWALL,
  PROXY,
  PKI,
  /** Whoever owns the Azure resource: its own firewall, its private endpoints. */
  RESOURCE,
  /** Whoever runs the machine that amlreach runs on. */
  HOST,
  NOBODY;

  /** The team with that word, or empty when there is none. */
  public static Optional<Team> ofWord(String word) {
    return Arrays.stream(values()).filter(team -> team.word().equals(word)).findFirst();
  }

  /** The lower-case word used in every output. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
