// SPDX-License-Identifier: Apache-2.0
/** Where names that must be private lead, as each source of names tells it. */
@NullMarked
package io.amlreach.agent.truth;

import org.jspecify.annotations.NullMarked;
