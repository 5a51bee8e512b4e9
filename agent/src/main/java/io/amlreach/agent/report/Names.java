// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import java.util.List;

/** Names in a row, as many as a person reads. */
final class Names {
  /** More than a workspace has of one kind; lists of thousands are told as numbers. */
  private static final int MOST = 100;

  private Names() {}

  /** All of them, or the first ones and how many there are besides. */
  static String of(List<String> names) {
    return names.size() <= MOST
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST)) + " and " + (names.size() - MOST) + " more";
  }
}
