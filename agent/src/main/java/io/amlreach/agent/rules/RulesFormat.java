// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules;

import java.util.Locale;

/** What rules are written as. */
public enum RulesFormat {
  /** Text for each team: what, why and how to verify. */
  TICKET,
  /** One line for each destination, for any vendor's firewall. */
  CSV,
  /** Host patterns alone. */
  PATTERNS,
  /** Service tags alone. */
  TAGS,
  BICEP,
  /** An Azure Resource Manager template. */
  ARM,
  TERRAFORM,
  /** A script of Azure CLI commands. */
  AZ;

  /** The lower-case word used on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is for one device: the resources of one deployment. */
  public boolean ofOneDevice() {
    return compareTo(BICEP) >= 0;
  }
}
