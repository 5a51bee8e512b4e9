// SPDX-License-Identifier: Apache-2.0
/** Tests of reading settings. */
@NullMarked
package io.amlreach.config;

import org.jspecify.annotations.NullMarked;
