// SPDX-License-Identifier: Apache-2.0
/** What the daemon knows at a moment, for everybody who tells it: metrics, page, log, systemd. */
@NullMarked
package io.amlreach.agent.board;

import org.jspecify.annotations.NullMarked;
