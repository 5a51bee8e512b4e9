// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.sweep.Ending;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Cause;

/** What a finished check comes to. What was not run is never a success. */
public enum Conclusion {
  INTERRUPTED("Interrupted: this is what was known by then", "exit code 130"),
  FAILED("Something required fails", "exit code 1"),
  NOTHING_PROBED("Nothing was probed", "exit code 3"),
  INCOMPLETE("Nothing fails, but not all that is required was run", "exit code 3"),
  OPEN(
      "Nothing required fails, but not all of it could be judged",
      "exit code 0, with --strict exit code 3"),
  KNOWN("Nothing fails that did not fail in the baseline", "exit code 0"),
  KNOWN_AND_OPEN(
      "Nothing fails that did not fail in the baseline, but not all of it could be judged",
      "exit code 0, with --strict exit code 3"),
  PASSED("Everything required passes", "exit code 0");

  private final String sentence;
  private final String exit;

  Conclusion(String sentence, String exit) {
    this.sentence = sentence;
    this.exit = exit;
  }

  public static Conclusion of(Report report) {
    if (report.ending() == Ending.INTERRUPTED) {
      return INTERRUPTED;
    }
    boolean known = false;
    boolean open = false;
    boolean incomplete = false;
    for (Verdict verdict : report.verdicts()) {
      if (verdict.level() == Level.FAIL) {
        if (report.history().isNew(verdict.need().id())) {
          return FAILED;
        }
        known = true;
      }
      if (verdict.need().required()) {
        incomplete |= verdict.cause() == Cause.NOT_RUN;
        open |= verdict.level() == Level.UNKNOWN || verdict.cause() == Cause.NOT_TESTABLE;
      }
    }
    if (report.targets() == 0) {
      return NOTHING_PROBED;
    }
    if (incomplete) {
      return INCOMPLETE;
    }
    if (known) {
      return open ? KNOWN_AND_OPEN : KNOWN;
    }
    return open ? OPEN : PASSED;
  }

  /** For a headline; without a full stop. */
  public String sentence() {
    return sentence;
  }

  /** What the caller of the program is told. */
  public String exit() {
    return exit;
  }
}
