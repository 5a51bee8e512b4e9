// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import java.util.Locale;
import java.util.Optional;

/** What a report or a plan is written as. */
public enum Format {
  TEXT,
  JSON,
  CSV;

  /** The lower-case word used on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Format> ofWord(String word) {
    for (Format format : values()) {
      if (format.word().equals(word)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
