// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of a settled condition.
 *
 * @param at when it was settled
 * @param need id of the need, stable between runs with the same settings
 * @param subject what a person calls it: host and port, or the pattern; not yet escaped
 * @param workspace empty for a plain target list
 * @param from null when the need was not known before
 * @param since when the new level was first seen; the old one's when only the cause changed
 * @param evidence what was seen, in one line for a person; may hold text from the network, not yet
 *     escaped; may be empty
 */
public record Transition(
    Instant at,
    String need,
    String subject,
    String workspace,
    @Nullable Condition from,
    Condition to,
    Instant since,
    String evidence) {}
