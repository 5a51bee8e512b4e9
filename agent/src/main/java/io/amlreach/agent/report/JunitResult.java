// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Cause;

/**
 * What a verdict is to a build server. A build breaks where the exit code is 1 or the probe itself
 * is broken: a warning passes with a remark, and what could not be judged was skipped, with the
 * reason.
 */
enum JunitResult {
  PASSED("", ""),
  FAILURE("failure", "failures"),
  ERROR("error", "errors"),
  SKIPPED("skipped", "skipped");

  private final String element;
  private final String counter;

  JunitResult(String element, String counter) {
    this.element = element;
    this.counter = counter;
  }

  static JunitResult of(Verdict verdict) {
    if (verdict.cause() == Cause.BROKEN_PROBE) {
      return ERROR;
    }
    return switch (verdict.level()) {
      case PASS, WARN -> PASSED;
      case FAIL -> FAILURE;
      case UNKNOWN, SKIPPED -> SKIPPED;
    };
  }

  /** The element that tells it; empty where there is none. */
  String element() {
    return element;
  }

  /** The attribute of a suite that counts it; empty where there is none. */
  String counter() {
    return counter;
  }
}
