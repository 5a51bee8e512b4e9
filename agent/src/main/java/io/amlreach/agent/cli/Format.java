// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a report, a plan or the catalog is written as. */
public enum Format {
  TEXT,
  JSON,
  JUNIT,
  HTML,
  MARKDOWN,
  CSV,
  /** The text format of Prometheus. */
  PROMETHEUS;

  /** Of a report. */
  static final Set<Format> OF_REPORTS = EnumSet.allOf(Format.class);

  /** Of what is listed without probing. */
  static final Set<Format> OF_LISTS = EnumSet.of(TEXT, JSON, CSV);

  /** Of how two reports differ, and of what happened. */
  static final Set<Format> OF_DIFFERENCES = EnumSet.of(TEXT, JSON);

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
