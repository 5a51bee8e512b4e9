// SPDX-License-Identifier: Apache-2.0
/** What the alerts mean that Prometheus raises from our metrics; it raises them, we do not. */
@NullMarked
package io.amlreach.agent.alert;

import org.jspecify.annotations.NullMarked;
