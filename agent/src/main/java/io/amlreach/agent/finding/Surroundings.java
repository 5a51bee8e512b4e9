// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import java.time.Instant;

/**
 * What this machine says of itself.
 *
 * @param clock what its clock said when the check began
 * @param proxyVariable name of the environment variable that names a proxy; empty when none does
 */
public record Surroundings(Instant clock, String proxyVariable) {}
