// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.sweep;

import io.amlreach.probe.Prober;
import io.amlreach.probe.Surveyor;

/**
 * What a sweep asks with.
 *
 * @param controls the same as {@code targets}, with less patience
 */
public record Instruments(Prober targets, Prober controls, Surveyor names) {}
