// SPDX-License-Identifier: Apache-2.0
/** What is needed, or what a report misses, as the rules that a network takes. */
@NullMarked
package io.amlreach.agent.rules;

import org.jspecify.annotations.NullMarked;
