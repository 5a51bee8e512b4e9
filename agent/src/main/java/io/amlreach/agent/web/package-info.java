// SPDX-License-Identifier: Apache-2.0
/**
 * The HTTP side: a server that answers a fixed set of paths; beside probe.net the only door to
 * Netty.
 */
@NullMarked
package io.amlreach.agent.web;

import org.jspecify.annotations.NullMarked;
