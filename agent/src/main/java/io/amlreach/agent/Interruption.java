// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.ExitCode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C: what is under way is asked to end, and the process lives until the report is told. The
 * JVM itself then exits with 130 (or 143 for SIGTERM), unless there is a complete answer all the
 * same.
 */
final class Interruption {
  private static final long PATIENCE_SECONDS = 10;

  private static final long CLEAN_STOP_MILLIS = 4500;

  private final CountDownLatch told = new CountDownLatch(1);
  private final boolean ofProcess;
  private @Nullable Runnable ending;
  private boolean signalled;
  private final AtomicBoolean hangups = new AtomicBoolean();
  private @Nullable Runnable reloading;
  private volatile ExitCode code = ExitCode.INTERRUPTED;

  /** One that hears no signal of the process. */
  Interruption() {
    this(false);
  }

  private Interruption(boolean ofProcess) {
    this.ofProcess = ofProcess;
  }

  /** One that listens to the signals of this process. */
  static Interruption ofProcess() {
    Interruption interruption = new Interruption(true);
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

  /**
   * As a service is stopped: SIGTERM and SIGINT run this, and end the process at once when they
   * come a second time or when it takes too long.
   */
  void stopsService(Runnable stop) {
    calls(stop);
    if (!ofProcess) {
      return;
    }
    AtomicBoolean asked = new AtomicBoolean();
    Runnable once =
        () -> {
          if (asked.getAndSet(true)) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
          }
          Thread bound = new Thread(this::endAnyway, "amlreach-stop");
          bound.setDaemon(true);
          bound.start();
          signal();
        };
    Signals.handle("TERM", once);
    Signals.handle("INT", once);
  }

  /** From now on SIGHUP ends nothing: what comes before somebody can reload is remembered. */
  void keepsHangups() {
    if (ofProcess) {
      Signals.handle("HUP", this::hangup);
    }
  }

  /** Runs this at each SIGHUP, and now if one has come already. */
  void reloadsService(Runnable reload) {
    synchronized (hangups) {
      reloading = reload;
      if (hangups.getAndSet(false)) {
        reload.run();
      }
    }
    keepsHangups(); // however the daemon was begun
  }

  void hangup() {
    synchronized (hangups) {
      if (reloading == null) {
        hangups.set(true);
      } else {
        reloading.run();
      }
    }
  }

  private void endAnyway() {
    try {
      if (!told.await(CLEAN_STOP_MILLIS, TimeUnit.MILLISECONDS)) {
        Runtime.getRuntime().halt(ExitCode.FAULT.number());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
