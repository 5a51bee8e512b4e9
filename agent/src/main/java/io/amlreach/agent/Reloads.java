// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.board.Board;
import io.amlreach.agent.board.Loaded;
import io.amlreach.agent.cli.UsageException;
import io.amlreach.agent.journal.Journal;
import io.amlreach.agent.report.Count;
import io.amlreach.agent.report.Printable;
import io.amlreach.agent.state.Entry;
import io.amlreach.agent.systemd.Notifications;
import io.amlreach.config.Settings;
import io.amlreach.config.catalog.Plan;
import io.amlreach.config.yaml.Problem;
import io.amlreach.config.yaml.ProblemsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the settings again, one reading after the other, from any thread. Bad ones are told and
 * change nothing; good ones are handed over.
 */
final class Reloads {
  private static final Logger LOG = LoggerFactory.getLogger(Reloads.class);

  /** A file that bad settings name may come later, and nobody else says when. */
  private static final Duration UNTIL_AGAIN = Duration.ofSeconds(30);

  private final Reader reader;
  private final Settings started;
  private Settings settled;
  private Plan plan;
  private final Board board;
  private final Journal journal;
  private final Notifications systemd;
  private final Adoption adoption;
  private final FileWatch watch = new FileWatch();
  private Loaded settings;
  private String webFault = "";
  private long attemptedAt = System.nanoTime();

  /** Reads all that settings come to. */
  @FunctionalInterface
  interface Reader {
    /** Adds each file that it reads to these. */
    Generation read(Set<Path> files) throws ProblemsException, UsageException;
  }

  /** Takes what was read, and closes it in the end. */
  @FunctionalInterface
  interface Adoption {
    /**
     * Takes it after the sweep that is under way.
     *
     * @param atOnce whether it is worth a sweep now
     */
    void adopt(Generation next, boolean atOnce);
  }

  /**
   * @param started with which the daemon was started
   * @param files that these were read from
   */
  Reloads(
      Reader reader,
      Generation started,
      Set<Path> files,
      Board board,
      Journal journal,
      Notifications systemd,
      Adoption adoption) {
    this.reader = reader;
    this.started = started.settings();
    this.settled = started.settings();
    this.plan = started.plan();
    this.board = board;
    this.journal = journal;
    this.systemd = systemd;
    this.adoption = adoption;
    this.settings = board.now().loaded();
    watch.read(files, Map.of());
  }

  /**
   * Reads everything.
   *
   * @param why that is done, for the log
   * @return what became of it, which the board has as well
   */
  synchronized Loaded reload(String why) {
    systemd.reloading();
    try {
      return attempt(why, true);
    } finally {
      systemd.ready();
    }
  }

  /** Reads everything if a file has changed; to be called every few seconds. */
  synchronized void poll() {
    if (watch.changed()) {
      reload("a file changed");
    } else if (!settings.current() && again()) {
      attempt("they were refused before", false);
    }
  }

  /**
   * Tells what is wrong with the web configuration, which has files of its own, as a problem of the
   * settings: neither would let the daemon start again.
   *
   * @param fault empty when nothing is
   */
  synchronized void web(String fault) {
    if (!fault.equals(webFault)) {
      webFault = fault;
      change(settings);
    }
  }

  private boolean again() {
    return System.nanoTime() - attemptedAt > UNTIL_AGAIN.toNanos();
  }

  private Loaded attempt(String why, boolean asked) {
    attemptedAt = System.nanoTime();
    Map<Path, FilePrint> before = watch.look();
    Set<Path> files = new LinkedHashSet<>();
    try {
      Generation next = reader.read(files);
      return adopted(next, watch.same(files, before), why);
    } catch (ProblemsException e) {
      files.addAll(before.keySet()); // those that are in force still matter
      return refused(e.problems().stream().map(Problem::toString).toList(), why, asked);
    } catch (UsageException e) {
      files.addAll(before.keySet());
      return refused(String.valueOf(e.getMessage()).lines().toList(), why, asked);
    } finally {
      watch.read(files, before);
    }
  }

  /** What is the same is taken, too: this machine's authorities may be others than they were. */
  private Loaded adopted(Generation next, boolean sameFiles, String why) {
    boolean same = sameFiles && next.settings().equals(settled) && next.plan().equals(plan);
    settled = next.settings();
    plan = next.plan();
    Instant now = Instant.now();
    Loaded loaded = new Loaded(now, now, List.of(), next.restartNotes(started));
    if (same) {
      LOG.info("settings read again, {}: nothing has changed", why);
    } else {
      LOG.info("settings read again, {}: {}; the next sweep is theirs", why, ServeText.scope(next));
      loaded.notes().forEach(note -> LOG.warn("{}", Printable.of(note)));
    }
    adoption.adopt(next, !same);
    if (!same || !settings.current()) {
      journal.append(new Entry.Reloaded(now, List.of()));
    }
    return change(loaded);
  }

  private Loaded refused(List<String> problems, String why, boolean asked) {
    Loaded before = settings;
    boolean others = !before.problems().equals(problems);
    if (others) {
      journal.append(new Entry.Reloaded(Instant.now(), problems));
    }
    if (asked || others) {
      LOG.error(
          "settings refused, those in force stay; {}; {}",
          why,
          Count.of(problems.size(), "problem"));
      problems.forEach(problem -> LOG.error("{}", Printable.of(problem)));
    }
    return change(new Loaded(before.at(), Instant.now(), problems, before.notes()));
  }

  private Loaded change(Loaded loaded) {
    settings = loaded;
    List<String> problems = new ArrayList<>(loaded.problems());
    if (!webFault.isEmpty()) {
      problems.add("web configuration: " + webFault);
    }
    Loaded all = new Loaded(loaded.at(), loaded.attempted(), problems, loaded.notes());
    board.change(now -> now.with(all));
    return all;
  }
}
