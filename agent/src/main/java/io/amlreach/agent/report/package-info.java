// SPDX-License-Identifier: Apache-2.0
/** One report, told in several formats; the only door to the JSON library. */
@NullMarked
package io.amlreach.agent.report;

import org.jspecify.annotations.NullMarked;
