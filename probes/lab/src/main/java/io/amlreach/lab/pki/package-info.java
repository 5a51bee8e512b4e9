// SPDX-License-Identifier: Apache-2.0
/** The lab's certificate authorities and the leaves, good and bad, that they issue. */
@NullMarked
package io.amlreach.lab.pki;

import org.jspecify.annotations.NullMarked;
