// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.board;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether this host can judge anything at all. Where it cannot, the needs keep the state that they
 * had, because their failures would tell of this host and not of them.
 *
 * @param since when this view began; null before the first sweep
 * @param detail why, for a person; empty when it can
 */
public record Vantage(View view, @Nullable Instant since, String detail) {
  /** Before the first sweep. */
  public static final Vantage NEW = new Vantage(View.CLEAR, null, "");

  /** What a reader of verdicts must know; empty when this host can judge. */
  public String note() {
    return view == View.CLEAR
        ? ""
        : "this host cannot judge anything ("
            + (detail.isEmpty() ? view.word() : detail)
            + "): the verdicts are of a sweep that saw nothing, what was known before is in settled";
  }

  /** What is in the way here. */
  public enum View {
    CLEAR,
    /** This host has no link or no route. */
    NO_NETWORK,
    /** Not one DNS server answers. */
    NO_RESOLVER;

    /** The kebab-case word used in every output. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
