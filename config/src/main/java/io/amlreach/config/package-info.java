// SPDX-License-Identifier: Apache-2.0
/** The settings that an operator edits, and their reader. */
@NullMarked
package io.amlreach.config;

import org.jspecify.annotations.NullMarked;
