// SPDX-License-Identifier: Apache-2.0
/** Tells systemd how the service is; with probe.net and agent.web the only door to Netty. */
@NullMarked
package io.amlreach.agent.systemd;

import org.jspecify.annotations.NullMarked;
