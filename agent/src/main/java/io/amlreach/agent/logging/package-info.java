// SPDX-License-Identifier: Apache-2.0
/** What libraries say, on standard error; the only door to Logback. */
@NullMarked
package io.amlreach.agent.logging;

import org.jspecify.annotations.NullMarked;
