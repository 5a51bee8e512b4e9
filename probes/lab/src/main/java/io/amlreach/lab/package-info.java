// SPDX-License-Identifier: Apache-2.0
/** An Azure behind a firewall in one process on loopback. */
@NullMarked
package io.amlreach.lab;

import org.jspecify.annotations.NullMarked;
