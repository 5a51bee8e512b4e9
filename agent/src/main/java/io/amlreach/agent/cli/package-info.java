// SPDX-License-Identifier: Apache-2.0
/** The command line: what can be asked for and where answers go; the only door to picocli. */
@NullMarked
package io.amlreach.agent.cli;

import org.jspecify.annotations.NullMarked;
