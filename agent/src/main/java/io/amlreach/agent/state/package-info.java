// SPDX-License-Identifier: Apache-2.0
/** What is remembered of each need from sweep to sweep: its damped state and when it changed. */
@NullMarked
package io.amlreach.agent.state;

import org.jspecify.annotations.NullMarked;
