// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.html;

import io.amlreach.agent.finding.Impact;
import io.amlreach.agent.verdict.Level;

/** A sign beside each word, so that neither needs its colour. */
public final class Marks {
  private Marks() {}

  public static void level(Level level, Markup page) {
    mark(sign(level), level.word(), level.word(), page);
  }

  public static void impact(Impact impact, Markup page) {
    Level like = like(impact);
    mark(sign(like), impact.word(), like.word(), page);
  }

  /** The level that looks alike. */
  static Level like(Impact impact) {
    return switch (impact) {
      case USABLE -> Level.PASS;
      case DEGRADED -> Level.WARN;
      case BROKEN -> Level.FAIL;
    };
  }

  public static String sign(Level level) {
    return switch (level) {
      case PASS -> "\u2713";
      case WARN -> "!";
      case FAIL -> "\u2715";
      case UNKNOWN -> "?";
      case SKIPPED -> "\u2013";
    };
  }

  public static void mark(String sign, String word, String tone, Markup page) {
    page.open("span", "class", "tag " + tone);
    page.element("span", sign, "aria-hidden", "true").text(" " + word).close("span");
  }
}
