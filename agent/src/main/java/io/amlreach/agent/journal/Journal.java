// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.journal;

import io.amlreach.agent.board.Storage;
import io.amlreach.agent.cli.FileFault;
import io.amlreach.agent.state.Entry;
import io.amlreach.agent.state.Memory;
import io.amlreach.agent.state.Standing;
import io.amlreach.agent.state.Transition;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.yaml.Problem;
import io.amlreach.config.yaml.ProblemsException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what changes, so that "since when" outlives the daemon, {@code kill -9} included.
 *
 * <p>Whatever one call adds is one write that is forced to the disk. A disk that cannot be written
 * stops nothing: {@link #storage} says so, what happens meanwhile is not written, and each later
 * call tries again, beginning with how every need stands. For any thread.
 */
public final class Journal {
  private final Path directory;
  private final Pen pen;
  private final Memory memory = new Memory();
  private List<Transition> told = List.of();
  private volatile Storage storage = Storage.SOUND;

  private Journal(Path directory, Pen pen) {
    this.directory = directory;
    this.pen = pen;
  }

  /**
   * Reads what was written, also where nothing can be written now, and goes on after it.
   *
   * @param directory made when it is not there
   * @throws ProblemsException when another process writes there; anything else that is wrong is
   *     told by {@link #storage}
   */
  public static Journal open(Path directory) throws ProblemsException {
    return open(directory, Limits.USUAL, Sink::onDisk);
  }

  static Journal open(Path directory, Limits limits, Sink.Opener opener) throws ProblemsException {
    Journal journal = new Journal(directory, new Pen(directory, limits, opener));
    journal.open();
    return journal;
  }

  private void open() throws ProblemsException {
    IOException fault = take();
    try {
      Recording recording = Recording.read(directory);
      recording.entries().forEach(memory::apply);
      told = recording.transitions();
      storage = new Storage("", 0, recording.skipped());
      if (fault == null) {
        pen.resume(recording.skipped() == 0);
      }
    } catch (IOException e) {
      fault = fault == null ? e : fault;
    }
    if (fault != null) {
      failed(fault);
    }
  }

  /** Returns why nothing can be written there; what is there may be readable all the same. */
  private @Nullable IOException take() throws ProblemsException {
    try {
      pen.take();
      return null;
    } catch (Lock.Taken e) {
      String text = e.getMessage() + "; stop it or use another directory";
      throw new ProblemsException(List.of(new Problem(directory.toString(), "", text)));
    } catch (IOException e) {
      return e;
    }
  }

  /** How each need stood when it was opened, by its id: where a ledger goes on. */
  public synchronized Map<String, Standing> restored() {
    return memory.standings();
  }

  /** What changed before it was opened, newest first. */
  public List<Transition> transitions(int most) {
    List<Transition> newest = new ArrayList<>();
    for (int i = told.size() - 1; i >= 0 && newest.size() < most; i--) {
      newest.add(told.get(i));
    }
    return newest;
  }

  /** Whether what happens is remembered. */
  public Storage storage() {
    return storage;
  }

  /**
   * Adds what one sweep changed. To be called after every sweep, also when nothing changed: needs
   * that are new or gone are seen here, and a disk that could not be written is tried again.
   *
   * @param needs of the sweep, for their names
   * @param standings after it, by the id of the need
   */
  public synchronized void append(
      Instant at, List<Need> needs, List<Transition> transitions, Map<String, Standing> standings) {
    Map<String, Need> named = new HashMap<>();
    needs.forEach(need -> named.put(need.id(), need));
    Entry.Checkpoint before = memory.checkpoint(at);
    List<Entry> entries = new ArrayList<>();
    for (Transition transition : transitions) {
      Standing standing = standings.get(transition.need());
      Instant lastPass = standing == null ? null : standing.lastPass();
      entries.add(new Entry.Changed(transition, lastPass));
    }
    entries.forEach(memory::apply);
    if (memory.follow(standings, named::get)) {
      entries.add(memory.checkpoint(at));
    }
    write(before, entries);
    if (storage.fault().isEmpty()) {
      note(at);
    }
  }

  /** Adds one thing that happened to the daemon itself. */
  public synchronized void append(Entry entry) {
    write(memory.checkpoint(entry.at()), List.of(entry));
  }

  /** Writes how everything stands, and that this was a clean end. Nothing is to follow. */
  public synchronized void close(Instant at) {
    Entry.Checkpoint last = memory.checkpoint(at);
    write(last, List.of(last, new Entry.Stopped(at)));
    release();
  }

  /** Lets others write there and writes nothing more, as the end of the process does. */
  public synchronized void release() {
    try {
      pen.release();
    } catch (IOException e) {
      failed(e);
    }
  }

  private void write(Entry.Checkpoint before, List<Entry> entries) {
    if (entries.isEmpty() && storage.fault().isEmpty()) {
      return;
    }
    try {
      pen.write(before, entries);
      storage = new Storage("", storage.errors(), storage.skipped());
    } catch (IOException e) {
      failed(e);
    }
  }

  /** A help for who reads after a death, and no more than that. */
  private void note(Instant sweep) {
    try {
      pen.note(sweep);
    } catch (IOException ignored) {
      // the last change is known all the same
    }
  }

  private void failed(IOException e) {
    String why = FileFault.of(e, "there is no such folder");
    String where = why.contains(directory.toString()) ? "" : directory + ": ";
    storage = new Storage(where + why, storage.errors() + 1, storage.skipped());
  }
}
