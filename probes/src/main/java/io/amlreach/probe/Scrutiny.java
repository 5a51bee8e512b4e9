// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

/** How closely the sources of names are questioned about one host. */
public enum Scrutiny {
  /** Every source twice, those for comparison as well: for names that must be private. */
  EVERY_SOURCE,
  /** Each server that this host uses, once: enough to see that one of them differs. */
  EVERY_SERVER_ONCE
}
