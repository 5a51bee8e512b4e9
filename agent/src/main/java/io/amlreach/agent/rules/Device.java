// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules;

import java.util.Locale;

/** What takes the rules. */
public enum Device {
  /** An Azure Firewall policy: application rules and network rules. */
  FIREWALL,
  /** A network security group. */
  NSG,
  /** A route table, for routes past the firewall. */
  UDR;

  /** The lower-case word used on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
