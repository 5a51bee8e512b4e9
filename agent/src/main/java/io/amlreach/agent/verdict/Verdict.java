// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What one need comes to.
 *
 * @param usable whether what is needed works from here: it passes, or warns of something that does
 *     not hinder it; a row that is merely recommended warns when it fails, too, and is not usable
 * @param stage where it was decided; the last stage reached for a pass; null when nothing was run
 * @param detail what was seen, for a person; may hold text from the network, not yet escaped; may
 *     be empty
 * @param remedy what to do about it; {@link Remedy#NONE} for a pass
 * @param outcome the facts behind it; null when nothing was run
 * @param recognised who seems to be behind it; null when nobody is known by this
 */
public record Verdict(
    Need need,
    Level level,
    boolean usable,
    @Nullable Stage stage,
    Cause cause,
    String detail,
    Remedy remedy,
    @Nullable Outcome outcome,
    @Nullable Recognised recognised) {

  /** What to do about it, for this need; empty for a pass. */
  public String advice() {
    return remedy.forOne(need, outcome);
  }

  /** Who can mend it. */
  public Team team() {
    return OwnHost.fails(outcome, cause) ? Team.HOST : Advice.of(cause).team();
  }

  /** The same, with more for a person about what was seen; unchanged when that is empty. */
  public Verdict remarked(String remark) {
    // first, for what was seen may be long and cut
    String told = detail.isEmpty() || remark.isEmpty() ? remark + detail : remark + ": " + detail;
    return new Verdict(need, level, usable, stage, cause, told, remedy, outcome, recognised);
  }
}
