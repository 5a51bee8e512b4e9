// SPDX-License-Identifier: Apache-2.0
/** Rules in the words of those who take them. */
@NullMarked
package io.amlreach.agent.rules.format;

import org.jspecify.annotations.NullMarked;
