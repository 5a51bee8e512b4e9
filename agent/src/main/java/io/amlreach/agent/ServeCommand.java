// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.board.Board;
import io.amlreach.agent.board.Loaded;
import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.board.Sweeps;
import io.amlreach.agent.board.Vantage;
import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.cli.Invocation;
import io.amlreach.agent.cli.UsageException;
import io.amlreach.agent.journal.Journal;
import io.amlreach.agent.logging.ServiceLog;
import io.amlreach.agent.report.Count;
import io.amlreach.agent.report.Printable;
import io.amlreach.agent.state.Entry;
import io.amlreach.agent.systemd.Notifications;
import io.amlreach.agent.web.Control;
import io.amlreach.config.Settings;
import io.amlreach.config.SettingsListing;
import io.amlreach.config.yaml.ProblemsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the daemon until somebody stops it. */
final class ServeCommand {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  /** Often enough for who has just saved a file. */
  private static final long LOOK_SECONDS = 2;

  private final Console console;
  private final Interruption interruption;
  private final Generation.Networks networks;

  ServeCommand(Console console, Interruption interruption, Generation.Networks networks) {
    this.console = console;
    this.interruption = interruption;
    this.networks = networks;
  }

  /** Returns when the daemon was stopped, which is a success, or died. */
  ExitCode run(Invocation.Serve asked) throws ProblemsException, UsageException {
    Set<Path> files = new LinkedHashSet<>();
    Reloads.Reader reader = into -> Generation.read(asked, console, networks, into);
    Generation first = reader.read(files);
    Settings settings = first.settings();
    ServiceLog.start(settings.log().format(), console.environment());
    try {
      return run(reader, first, files);
    } catch (ProblemsException e) { // the log has begun, so it belongs there
      first.close();
      e.problems()
          .forEach(problem -> LOG.error("not started: {}", Printable.of(problem.toString())));
      return ExitCode.BAD_INPUT;
    }
  }

  private ExitCode run(Reloads.Reader reader, Generation first, Set<Path> files)
      throws ProblemsException {
    Settings settings = first.settings();
    Journal journal = Journal.open(settings.state().directory());
    skipped(journal);
    Board board = new Board(nothingYet(settings.schedule().interval(), journal));
    Daemon daemon = new Daemon();
    try (Notifications systemd = Notifications.of(console.environment())) {
      Reloads reloads = new Reloads(reader, first, files, board, journal, systemd, daemon::adopt);
      try (Outlets outlets = Outlets.open(settings, board, control(daemon, reloads))) {
        ScheduledExecutorService looks = looks();
        interruption.stopsService(daemon::stop);
        begin(first);
        journal.append(new Entry.Started(Instant.now(), Version.read()));
        daemon.start(first, new Results(board, journal, outlets, systemd));
        systemd.watch(daemon::alive);
        systemd.ready();
        interruption.reloadsService(() -> reloads.reload("SIGHUP"));
        Runnable look = () -> look(reloads, outlets);
        looks.scheduleWithFixedDelay(look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        Throwable fault = daemon.awaitEnd();
        systemd.stopping();
        looks.shutdownNow();
        return end(fault, journal);
      }
    } catch (ProblemsException e) {
      journal.release(); // it never ran, so it was not stopped
      throw e;
    }
  }

  private static void skipped(Journal journal) {
    long skipped = journal.storage().skipped();
    if (skipped > 0) {
      LOG.warn(
          "{} of the journal could not be read and {} left out: changes that they told are missing"
              + " from amlreach history, and what they concerned may have an older state or since;"
              + " a new file is begun",
          Count.of((int) skipped, "line"),
          skipped == 1 ? "is" : "are");
    }
  }

  /** One that fails must not be the last one. */
  private static void look(Reloads reloads, Outlets outlets) {
    try {
      reloads.poll();
      reloads.web(outlets.look());
    } catch (RuntimeException bug) {
      LOG.error("a fault of the program while files were looked at: {}", bug.toString(), bug);
    }
  }

  private static Control control(Daemon daemon, Reloads reloads) {
    return new Control() {
      @Override
      public List<String> reload() {
        return reloads.reload("asked for over HTTP").problems();
      }

      @Override
      public void check() {
        daemon.sweepNow();
      }
    };
  }

  private static void begin(Generation first) {
    LOG.info(
        "amlreach {} started: {}, listening on {}",
        Version.read(),
        ServeText.scope(first),
        SettingsListing.spelled(first.settings().web().listen()));
    first.plan().notes().forEach(note -> LOG.warn("{}", Printable.of(note)));
  }

  private static ExitCode end(@Nullable Throwable fault, Journal journal) {
    if (fault == null) {
      journal.close(Instant.now());
      LOG.info("stopped");
      return ExitCode.PASSED;
    }
    LOG.error("a fault of the program, sweeps have ended: {}", fault.toString(), fault);
    return ExitCode.FAULT;
  }

  private static ScheduledExecutorService looks() {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, "amlreach-files");
          thread.setDaemon(true);
          return thread;
        });
  }

  private static Snapshot nothingYet(Duration interval, Journal journal) {
    Instant now = Instant.now();
    return new Snapshot(
        0,
        null,
        journal.restored(),
        journal.transitions(Snapshot.TRANSITIONS),
        Vantage.NEW,
        new Sweeps(interval, 0, 0, null, null),
        new Loaded(now, now, List.of(), List.of()),
        journal.storage());
  }
}
