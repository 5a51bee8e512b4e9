// SPDX-License-Identifier: Apache-2.0
/** The only door to Netty: connecting, and asking one address over TCP, TLS, HTTP, SMB or UDP. */
@NullMarked
package io.amlreach.probe.net;

import org.jspecify.annotations.NullMarked;
