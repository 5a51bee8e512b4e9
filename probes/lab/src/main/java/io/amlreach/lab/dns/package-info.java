// SPDX-License-Identifier: Apache-2.0
/** A DNS server whose zone is data, truthful or not. */
@NullMarked
package io.amlreach.lab.dns;

import org.jspecify.annotations.NullMarked;
