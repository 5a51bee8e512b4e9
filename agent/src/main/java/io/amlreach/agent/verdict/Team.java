// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import java.util.Locale;

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

  /** The lower-case word used in every output. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
