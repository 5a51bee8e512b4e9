// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Words that settings may use and others define. They are asked for only when a setting uses one,
 * because reading the catalog takes longer than reading the settings.
 *
 * @param editions of the catalog
 * @param features that rows of the catalog name, in the order to tell them
 * @param variables environment variables that start with AMLREACH_ and are no settings, such as
 *     those of the launcher
 */
public record Vocabulary(
    Supplier<List<String>> editions, Supplier<List<String>> features, Set<String> variables) {
  public Vocabulary {
    variables = Set.copyOf(variables);
    for (String variable : variables) {
      if (!variable.startsWith("AMLREACH_")) {
        throw new IllegalArgumentException(variable + " does not start with AMLREACH_");
      }
    }
  }
}
