// SPDX-License-Identifier: Apache-2.0
/** What stands in the way and how it shows itself, as data that an operator can add to. */
@NullMarked
package io.amlreach.config.signature;

import org.jspecify.annotations.NullMarked;
