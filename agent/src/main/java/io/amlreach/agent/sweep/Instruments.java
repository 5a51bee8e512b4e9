// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.sweep;

import io.amlreach.probe.Prober;
import io.amlreach.probe.Surveyor;

/**
 * What a sweep asks with.
 *
 * @param controls the same as {@code targets}, with less patience
 * @param smallSegments a TLS handshake in small packets, for hosts that did not answer one
 */
public record Instruments(
    Prober targets, Prober controls, Surveyor names, SecondLook smallSegments) {}
