// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects problems so that all of them are told at once. */
public final class Problems {
  /** Nobody reads more, and a broken file of a megabyte can have hundreds of thousands. */
  private static final int MAX = 200;

  private final List<Problem> list = new ArrayList<>();

  public void add(String origin, String key, String text) {
    if (list.size() < MAX) {
      list.add(new Problem(origin, key, text));
    } else if (list.size() == MAX) {
      list.add(new Problem(origin, "", "and more from here on"));
    }
  }

  public boolean isEmpty() {
    return list.isEmpty();
  }

  /** All of one file together, by line; files and other places in the order first met. */
  public List<Problem> list() {
    List<String> places = list.stream().map(Problem::place).distinct().toList();
    return list.stream()
        .sorted(
            Comparator.<Problem>comparingInt(problem -> places.indexOf(problem.place()))
                .thenComparingInt(Problem::line))
        .toList();
  }

  /**
   * Ends the reading when anything was wrong.
   *
   * @throws ProblemsException with all of them
   */
  public void throwIfAny() throws ProblemsException {
    if (!list.isEmpty()) {
      throw new ProblemsException(list());
    }
  }
}
