// SPDX-License-Identifier: Apache-2.0
/** The page that a browser shows of the daemon, drawn from one snapshot and kept up to date. */
@NullMarked
package io.amlreach.agent.page;

import org.jspecify.annotations.NullMarked;
