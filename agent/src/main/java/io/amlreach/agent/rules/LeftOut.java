// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules;

/**
 * Something needed for which no rule was written.
 *
 * @param need its id
 * @param pattern as documented; not escaped
 * @param reason why, and what would change that
 */
public record LeftOut(String need, String pattern, String reason) {}
