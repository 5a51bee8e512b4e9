// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.board;

import java.time.Instant;
import java.util.List;

/**
 * Which settings are in force, and what became of the last attempt to change them.
 *
 * @param at when those in force were read
 * @param attempted when somebody last tried to read them
 * @param problems of that attempt, a line each; empty when it succeeded
 * @param notes what is only used after a restart, a line each
 */
public record Loaded(Instant at, Instant attempted, List<String> problems, List<String> notes) {
  public Loaded {
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /** Whether the settings in force are those that were read last. */
  public boolean current() {
    return problems.isEmpty();
  }
}
