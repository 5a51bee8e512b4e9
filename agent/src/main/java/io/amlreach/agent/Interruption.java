// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.ExitCode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C: what is under way is asked to end, and the process lives until the report is told. The
 * JVM itself then exits with 130 (or 143 for SIGTERM), unless there is a complete answer all the
 * same.
 */
final class Interruption {
  private static final long PATIENCE_SECONDS = 10;

  private final CountDownLatch told = new CountDownLatch(1);
  private @Nullable Runnable ending;
  private boolean signalled;
  private volatile ExitCode code = ExitCode.INTERRUPTED;

  /** One that listens to the signals of this process. */
  static Interruption ofProcess() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(interruption::endOrderly, "amlreach-interrupt"));
    return interruption;
  }

  /** Runs this on a signal, at once if it has come already. */
  synchronized void calls(Runnable action) {
    ending = action;
    if (signalled) {
      action.run();
    }
  }

  /** Everything is told: the process may end. */
  void over(ExitCode found) {
    code = found;
    told.countDown();
  }

  synchronized void signal() {
    signalled = true;
    if (ending != null) {
      ending.run();
    }
  }

  /** Also run at every exit, where nothing is left to do. */
  private void endOrderly() {
    if (told.getCount() == 0) {
      return;
    }
    signal();
    try {
      if (!told.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
      }
      if (code != ExitCode.INTERRUPTED) { // a watch, which ends with what it found last
        Runtime.getRuntime().halt(code.number());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
