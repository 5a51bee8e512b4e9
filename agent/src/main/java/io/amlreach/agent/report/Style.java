// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.verdict.Level;

/** Whether words are coloured. */
public enum Style {
  PLAIN,
  COLOUR;

  private static final String RESET = "\u001b[0m";

  String bold(String text) {
    return paint("\u001b[1m", text);
  }

  String dim(String text) {
    return paint("\u001b[2m", text);
  }

  String level(Level level, String text) {
    return switch (level) {
      case PASS -> paint("\u001b[32m", text);
      case WARN -> paint("\u001b[33m", text);
      case FAIL -> paint("\u001b[1;31m", text);
      case UNKNOWN -> paint("\u001b[35m", text);
      case SKIPPED -> dim(text);
    };
  }

  private String paint(String code, String text) {
    return this == PLAIN ? text : code + text + RESET;
  }
}
