// SPDX-License-Identifier: Apache-2.0
/** Reports of earlier runs as they were written to a file, and how two of them differ. */
@NullMarked
package io.amlreach.agent.stored;

import org.jspecify.annotations.NullMarked;
