// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

/**
 * What a user would miss: one of the closed list that rows name.
 *
 * @param name kebab-case, as in settings and in every output
 * @param impact what no longer works without it, as a sentence
 */
public record Feature(String name, String title, String impact, Use use) {
  /** When a feature is checked. */
  public enum Use {
    /** Whatever is asked for: nothing works without it. */
    ALWAYS,
    /** Unless the workspace names its features. */
    DEFAULT,
    /** Only when the workspace names it. */
    ON_REQUEST
  }
}
