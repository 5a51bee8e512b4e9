// SPDX-License-Identifier: Apache-2.0
/** Stable pseudonyms for what a report says of somebody's own network. */
@NullMarked
package io.amlreach.agent.share;

import org.jspecify.annotations.NullMarked;
