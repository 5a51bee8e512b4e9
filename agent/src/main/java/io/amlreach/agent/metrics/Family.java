// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

/**
 * One line of the table: a description, when it is told, and how its series are drawn.
 *
 * @param occasion when it makes sense
 */
record Family(Described described, Occasion occasion, Drawing drawing) {

  /** When a family is told. */
  enum Occasion {
    /** By the daemon and by a single check, for each target; an operator can do without. */
    EACH_TARGET,
    /** The same, of what takes a memory, which a single check has not. */
    EACH_TARGET_OVER_TIME,
    /** By the daemon and by a single check. */
    ALWAYS,
    /** By the daemon only. */
    OVER_TIME;

    boolean perTarget() {
      return this == EACH_TARGET || this == EACH_TARGET_OVER_TIME;
    }

    boolean daemonOnly() {
      return this == EACH_TARGET_OVER_TIME || this == OVER_TIME;
    }
  }

  /** From facts to series. */
  @FunctionalInterface
  interface Drawing {
    void draw(Facts facts, Series series);
  }

  /** Takes series, each with the values of its labels in the order of the description. */
  @FunctionalInterface
  interface Series {
    void add(double value, String... labels);
  }
}
