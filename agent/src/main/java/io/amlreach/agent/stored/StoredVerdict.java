// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.stored;

import io.amlreach.agent.verdict.Level;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One verdict of a stored report. What the file does not say is empty or null; words are kept as
 * they are written, for another version may have more of them. All text may have come from the
 * network and is not escaped.
 *
 * @param since when it was first seen to fail; null when nobody knows
 */
public record StoredVerdict(
    StoredNeed need,
    Level level,
    String stage,
    String cause,
    String detail,
    List<String> aliases,
    List<String> addresses,
    @Nullable Instant since) {
  public StoredVerdict {
    aliases = List.copyOf(aliases);
    addresses = List.copyOf(addresses);
  }
}
