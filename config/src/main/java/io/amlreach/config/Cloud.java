// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import java.util.Locale;
import java.util.Optional;

/** The Azure clouds that the documentation has tables for. */
public enum Cloud {
  PUBLIC,
  GOVERNMENT,
  CHINA;

  /** The lower-case word used in settings and in every output. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The cloud with that word, or empty when there is none. */
  public static Optional<Cloud> ofWord(String word) {
    for (Cloud cloud : values()) {
      if (cloud.word().equals(word)) {
        return Optional.of(cloud);
      }
    }
    return Optional.empty();
  }
}
