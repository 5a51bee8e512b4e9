// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import io.amlreach.agent.cli.Console.Kind;
import io.amlreach.probe.Attempt;
import io.amlreach.probe.Outcome;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Consumer;

/** One line on a terminal's standard error that is written over and taken away at the end. */
public final class Progress implements Consumer<Outcome> {
  private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();
  private static final String CLEAR = "\r\u001b[K";

  private final Console console;
  private final int targets;
  private int done;
  private int silent;
  private long shownAt = System.nanoTime() - PAUSE_NANOS;

  public Progress(Console console, int targets) {
    this.console = console;
    this.targets = targets;
  }

  @Override
  public synchronized void accept(Outcome outcome) {
    done++;
    if (outcome.attempts().stream().noneMatch(Attempt::ok)) {
      silent++;
    }
    long now = System.nanoTime();
    if (console.errKind() == Kind.TERMINAL && now - shownAt >= PAUSE_NANOS) {
      shownAt = now;
      PrintStream err = console.err();
      err.print(CLEAR + "probed " + done + " of " + targets + ", " + silent + " without success");
      err.flush();
    }
  }

  /** Takes the line away, so that the report starts on a clean one. */
  public synchronized void end() {
    if (console.errKind() == Kind.TERMINAL && done > 0) {
      console.err().print(CLEAR);
      console.err().flush();
    }
  }
}
