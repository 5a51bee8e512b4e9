// SPDX-License-Identifier: Apache-2.0
/** What the daemon writes down, so that "since when" outlives it, and how that is read back. */
@NullMarked
package io.amlreach.agent.journal;

import org.jspecify.annotations.NullMarked;
