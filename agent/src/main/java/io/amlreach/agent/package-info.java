// SPDX-License-Identifier: Apache-2.0
/** The program: its commands and its wiring. */
@NullMarked
package io.amlreach.agent;

import org.jspecify.annotations.NullMarked;
