// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import java.util.List;

/** Names in a row, as many as a person reads. */
public final class Names {
  /** More than a workspace has of one kind; lists of thousands are told as numbers. */
  private static final int MOST = 100;

  private Names() {}

  /** All of them, or the first ones and how many there are besides. */
  static String of(List<String> names) {
    return of(names, MOST);
  }

  /**
   * The same with another number of first ones.
   *
   * @param most 1 or more
   */
  public static String of(List<String> names, int most) {
    return names.size() <= most
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, most)) + " and " + (names.size() - most) + " more";
  }
}
