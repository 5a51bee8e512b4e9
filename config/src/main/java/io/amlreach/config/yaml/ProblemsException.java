// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

import java.util.List;

/** What was given cannot be used; nothing is probed. */
public final class ProblemsException extends Exception {
  private final List<Problem> problems;

  public ProblemsException(List<Problem> problems) {
    super(problems.size() + " problems, the first: " + (problems.isEmpty() ? "" : problems.get(0)));
    this.problems = List.copyOf(problems);
  }

  /** In the order found; never empty. */
  public List<Problem> problems() {
    return problems;
  }
}
