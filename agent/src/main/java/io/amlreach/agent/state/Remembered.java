// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.state;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What outlives a restart of how one need stands. A streak that was being counted does not, and the
 * levels seen last do not: both begin anew.
 *
 * @param subject what a person calls it; empty in a journal that was written without
 * @param workspace empty for a plain target list, and where the subject is
 * @param lastPass not later than the true time; null when it never passed
 */
public record Remembered(
    String need,
    String subject,
    String workspace,
    Condition settled,
    Instant since,
    @Nullable Instant lastPass) {

  /** What a change comes to. */
  static Remembered of(Entry.Changed changed) {
    Transition to = changed.transition();
    return new Remembered(
        to.need(), to.subject(), to.workspace(), to.to(), to.since(), changed.lastPass());
  }

  /** Where a ledger goes on. */
  public Standing standing() {
    return new Standing(settled, since, settled, 0, 0, null, lastPass, List.of());
  }

  /** Whether nothing that alerts go by is different. */
  boolean agrees(Standing standing) {
    return settled.equals(standing.settled()) && since.equals(standing.since());
  }
}
