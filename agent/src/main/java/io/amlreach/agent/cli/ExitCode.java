// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import io.amlreach.agent.cli.Invocation.Strictness;
import io.amlreach.agent.report.Conclusion;
import io.amlreach.agent.report.Report;
import java.util.ArrayList;
import java.util.List;

/** What the process tells its caller. */
public enum ExitCode {
  PASSED(0, "nothing required failed; what could not be tested counts only with --strict"),
  FAILED(1, "something required failed; with --baseline, something that did not fail there"),
  USAGE(2, "wrong usage"),
  UNDECIDED(3, "nothing failed, but not all was run or, with --strict, could be tested"),
  BAD_INPUT(4, "bad settings, catalog or output file; nothing was probed"),
  FAULT(70, "a fault of the program, or the report could not be written"),
  INTERRUPTED(130, "interrupted; what was known is reported");

  /** Two blanks and the longest number. */
  private static final int NUMBER_WIDTH = 5;

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  public int number() {
    return number;
  }

  /** What a finished check comes to. */
  public static ExitCode of(Report report, Strictness strictness) {
    return switch (Conclusion.of(report)) {
      case INTERRUPTED -> INTERRUPTED;
      case FAILED -> FAILED;
      case NOTHING_PROBED, INCOMPLETE -> UNDECIDED;
      case OPEN, KNOWN_AND_OPEN -> strictness == Strictness.STRICT ? UNDECIDED : PASSED;
      case PASSED, KNOWN -> PASSED;
    };
  }

  /** A paragraph for a help text. */
  static String[] help() {
    List<String> lines = new ArrayList<>(List.of("", "Exit codes:"));
    for (ExitCode code : values()) {
      String number = Integer.toString(code.number);
      lines.add(" ".repeat(NUMBER_WIDTH - number.length()) + number + "  " + code.meaning);
    }
    return lines.toArray(String[]::new);
  }
}
