// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

/**
 * One thing that is wrong with what was given.
 *
 * @param origin file name with line ("amlreach.yaml:12"), "flag --region" or "environment
 *     AMLREACH_REGION"
 * @param key dotted, for example {@code workspaces[0].region}; empty when it is about the whole
 * @param text what was expected, what was found, and the near miss
 */
public record Problem(String origin, String key, String text) {
  @Override
  public String toString() {
    return key.isEmpty() ? origin + "  " + text : origin + "  " + key + ": " + text;
  }
}
