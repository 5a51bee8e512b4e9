// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.stored;

import java.util.List;

/**
 * One finding of a stored report. What the file does not say is empty.
 *
 * @param verdicts ids of the needs that it explains
 * @param team who has to act
 * @param remedy what to do
 * @param patterns what a rule must allow
 * @param ports of that rule, such as {@code https/443}
 */
public record StoredFinding(
    String id,
    String kind,
    String title,
    String confidence,
    List<String> verdicts,
    String team,
    String remedy,
    List<String> patterns,
    List<String> ports) {
  public StoredFinding {
    verdicts = List.copyOf(verdicts);
    patterns = List.copyOf(patterns);
    ports = List.copyOf(ports);
  }
}
