// SPDX-License-Identifier: Apache-2.0
/** The few causes that explain many verdicts, what they cost, and who mends them. */
@NullMarked
package io.amlreach.agent.finding;

import org.jspecify.annotations.NullMarked;
