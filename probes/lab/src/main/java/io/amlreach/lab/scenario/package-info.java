// SPDX-License-Identifier: Apache-2.0
/** One simulated fault after the other, each with the answer that a prober should come to. */
@NullMarked
package io.amlreach.lab.scenario;

import org.jspecify.annotations.NullMarked;
