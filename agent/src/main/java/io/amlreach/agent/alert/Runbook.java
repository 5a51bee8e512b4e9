// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.alert;

import java.util.List;

/**
 * What to do about an alert, in whole sentences.
 *
 * @param meaning what is the case
 * @param look at what first; the rules tell it, too, as the annotation {@code action}
 * @param mend how it ends
 * @param commands that {@code mend} speaks of, to be copied as they are; a line each
 * @param noise what to do when it is true and of no use
 */
public record Runbook(
    String meaning, String look, String mend, List<String> commands, String noise) {
  public Runbook {
    commands = List.copyOf(commands);
  }

  /** One without commands to copy. */
  Runbook(String meaning, String look, String mend, String noise) {
    this(meaning, look, mend, List.of(), noise);
  }

  /** Of one alert. */
  public static Runbook of(Alert alert) {
    return RunbookText.of(alert);
  }
}
