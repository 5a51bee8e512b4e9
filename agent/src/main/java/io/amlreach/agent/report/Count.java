// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

/** A number with its noun. */
public final class Count {
  private Count() {}

  public static String of(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
