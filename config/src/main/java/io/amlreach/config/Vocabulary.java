// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import java.util.List;
import java.util.Set;

/**
 * Words that settings may use and others define.
 *
 * @param editions of the catalog, never empty; the first is used unless the settings name another
 * @param features that rows of the catalog name, in the order to tell them
 * @param variables environment variables that start with AMLREACH_ and are no settings, such as
 *     those of the launcher
 */
public record Vocabulary(List<String> editions, List<String> features, Set<String> variables) {
  public Vocabulary {
    editions = List.copyOf(editions);
    if (editions.isEmpty()) {
      throw new IllegalArgumentException("no edition");
    }
    features = List.copyOf(features);
    variables = Set.copyOf(variables);
    for (String variable : variables) {
      if (!variable.startsWith("AMLREACH_")) {
        throw new IllegalArgumentException(variable + " does not start with AMLREACH_");
      }
    }
  }
}
