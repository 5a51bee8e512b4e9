// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.signature;

import java.util.Locale;

/** How far evidence goes. */
public enum Confidence {
  /** Nothing else explains what was seen. */
  HIGH,
  /** The usual explanation; others exist. */
  MEDIUM,
  /** An inference to be checked before anything is changed. */
  LOW;

  /** The lower-case word used in every output. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
