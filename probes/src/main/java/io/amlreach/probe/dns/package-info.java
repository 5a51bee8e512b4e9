// SPDX-License-Identifier: Apache-2.0
/**
 * The only door to dnsjava: names become addresses, and every way in which they do not is named.
 */
@NullMarked
package io.amlreach.probe.dns;

import org.jspecify.annotations.NullMarked;
