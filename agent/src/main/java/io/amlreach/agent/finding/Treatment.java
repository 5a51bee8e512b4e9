// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import io.amlreach.agent.verdict.Team;
import java.util.List;

/**
 * What one team has to do so that a finding is gone.
 *
 * @param text complete sentences that can go into a ticket
 * @param patterns what a rule must allow, as documented; or the zones to link or forward; may be
 *     empty
 * @param ports of a rule, such as {@code https/443}, or {@code tcp/5000-6999}; empty when no rule
 *     is missing
 */
public record Treatment(Team team, String text, List<String> patterns, List<String> ports) {
  public Treatment {
    patterns = List.copyOf(patterns);
    ports = List.copyOf(ports);
  }
}
