// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import java.util.Locale;

/** One step on the way to an answer, in the order in which they are taken. */
public enum Stage {
  DNS,
  PRIVATE_ENDPOINT,
  PROXY,
  TCP,
  TLS,
  HTTP,
  SMB,
  UDP;

  /** The kebab-case word used in every output. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
