// SPDX-License-Identifier: Apache-2.0
/** From facts to opinions: how what was seen is judged against what the documentation asks for. */
@NullMarked
package io.amlreach.agent.verdict;

import org.jspecify.annotations.NullMarked;
