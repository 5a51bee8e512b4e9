// SPDX-License-Identifier: Apache-2.0
/** The words: what can be asked of one target and what can be answered. No third-party import. */
@NullMarked
package io.amlreach.probe;

import org.jspecify.annotations.NullMarked;
