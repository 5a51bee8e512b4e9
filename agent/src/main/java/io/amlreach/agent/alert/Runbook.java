// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.alert;

/**
 * What to do about an alert, in whole sentences.
 *
 * @param meaning what is the case
 * @param look at what first; the rules tell it, too, as the annotation {@code action}
 * @param mend how it ends
 * @param noise what to do when it is true and of no use
 */
public record Runbook(String meaning, String look, String mend, String noise) {

  /** Of one alert. */
  public static Runbook of(Alert alert) {
    return RunbookText.of(alert);
  }
}
