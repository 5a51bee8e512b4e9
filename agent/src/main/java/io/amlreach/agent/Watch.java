// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Output;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.Stored;
import io.amlreach.agent.report.Transitions;
import io.amlreach.agent.stored.Comparison;
import io.amlreach.agent.stored.StoredReport;
import io.amlreach.agent.sweep.Ending;
import io.amlreach.config.yaml.ProblemsException;
import java.io.IOException;

/** Checks again and again while somebody changes rules, and tells what changes. */
final class Watch {
  private final Check check;
  private final Pause pause;
  private final Transitions transitions;
  private final Screen screen;

  Watch(Check check, Pause pause, Transitions transitions, Screen screen) {
    this.check = check;
    this.pause = pause;
    this.transitions = transitions;
    this.screen = screen;
  }

  /** One check that knows nothing of those before it. */
  @FunctionalInterface
  interface Check {
    Report run() throws ProblemsException;
  }

  /** The wait between two checks. */
  @FunctionalInterface
  interface Pause {
    /** Whether the watch is over: somebody interrupted it. */
    boolean over();
  }

  /** Where changes are told. */
  @FunctionalInterface
  interface Screen {
    /** False when nobody reads any more. */
    boolean tell(Report report, Output.Content lines) throws IOException;
  }

  /** The last check that was not interrupted; the first one if it was. */
  Report run() throws ProblemsException, IOException {
    Report last = check.run();
    if (last.ending() == Ending.INTERRUPTED) {
      return last;
    }
    StoredReport before = Stored.of(last);
    StoredReport first = before;
    boolean read = screen.tell(last, out -> transitions.first(first, out));
    while (read && !pause.over()) {
      Report now = check.run();
      if (now.ending() == Ending.INTERRUPTED) {
        break;
      }
      Comparison comparison = Comparison.of(before, Stored.of(now));
      read = screen.tell(now, out -> transitions.next(comparison, out));
      before = comparison.after();
      last = now;
    }
    return last;
  }
}
