// SPDX-License-Identifier: Apache-2.0
/** A proxy that clients are told about, as opposed to a middlebox that they know nothing of. */
@NullMarked
package io.amlreach.lab.proxy;

import org.jspecify.annotations.NullMarked;
