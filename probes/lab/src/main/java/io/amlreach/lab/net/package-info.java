// SPDX-License-Identifier: Apache-2.0
/** Sockets on loopback, and what they do with what is sent to them. */
@NullMarked
package io.amlreach.lab.net;

import org.jspecify.annotations.NullMarked;
