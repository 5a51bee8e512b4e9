// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import java.util.List;

/**
 * What every source of names said about one host, each asked by itself, some more than once: facts
 * only, no opinion.
 *
 * @param answers in the order of the sources, then of the rounds; those of a source that was given
 *     up for its silence are missing after the first
 */
public record NameSurvey(String host, List<NameAnswer> answers) {
  public NameSurvey {
    answers = List.copyOf(answers);
  }
}
