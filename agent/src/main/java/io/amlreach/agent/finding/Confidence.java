// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import java.util.Locale;

/** How far the evidence goes. */
public enum Confidence {
  /** Nothing else explains what was seen. */
  HIGH,
  /** The usual explanation; others exist. */
  MEDIUM,
  /** An inference to be checked before anything is changed. */
  LOW;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
