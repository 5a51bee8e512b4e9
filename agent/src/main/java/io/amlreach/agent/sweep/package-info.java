// SPDX-License-Identifier: Apache-2.0
/** Asks every target of a plan once, within one time budget. */
@NullMarked
package io.amlreach.agent.sweep;

import org.jspecify.annotations.NullMarked;
