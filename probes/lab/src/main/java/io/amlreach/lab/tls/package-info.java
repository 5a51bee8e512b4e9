// SPDX-License-Identifier: Apache-2.0
/** TLS ends, good and bad, and what middleboxes do to a ClientHello. */
@NullMarked
package io.amlreach.lab.tls;

import org.jspecify.annotations.NullMarked;
