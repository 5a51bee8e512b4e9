// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

import java.util.ArrayList;
import java.util.List;

/** Collects problems so that all of them are told at once. */
public final class Problems {
  private final List<Problem> list = new ArrayList<>();

  public void add(String origin, String key, String text) {
    list.add(new Problem(origin, key, text));
  }

  public boolean isEmpty() {
    return list.isEmpty();
  }

  public List<Problem> list() {
    return List.copyOf(list);
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
