// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.probe.Cause;

/**
 * What a cause means and what to do about it.
 *
 * @param title a few words that fit into a line of the report
 * @param meaning what was seen and what that proves
 * @param team who can mend it
 * @param template of the usual remedy; see {@link Remedy}
 */
public record Advice(String title, String meaning, Team team, String template) {
  /** The advice for a cause; there is one for each. */
  public static Advice of(Cause cause) {
    return AdviceText.of(cause);
  }

  /** What to do about it wherever no more than the cause is known. */
  public Remedy remedy() {
    return new Remedy(template);
  }
}
