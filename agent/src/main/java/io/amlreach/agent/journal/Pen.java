// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.journal;

import io.amlreach.agent.report.JournalJson;
import io.amlreach.agent.state.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds entries to the newest file of a journal, and begins the next one when that is full, is gone
 * or could not be written. Each file begins with a checkpoint, so that older ones can be deleted.
 */
final class Pen {
  private final Path directory;
  private final Segments segments;
  private final Limits limits;
  private final Sink.Opener opener;
  private @Nullable Lock lock;
  private @Nullable Path segment;
  private @Nullable Sink sink;

  /** Bytes that the segment has, and how many of them its checkpoint takes. */
  private long size;

  private long head;

  Pen(Path directory, Limits limits, Sink.Opener opener) {
    this.directory = directory;
    this.segments = new Segments(directory);
    this.limits = limits;
    this.opener = opener;
  }

  /** Makes the directory, and keeps others from writing there. */
  void take() throws IOException {
    if (lock != null && lock.holds()) {
      return;
    }
    release();
    Files.createDirectories(directory);
    lock = Lock.take(directory);
  }

  /**
   * Goes on where the newest file ends; half a line there, which nobody can have read, is cut off.
   *
   * @param sound whether every line could be read: after damage a new file is begun
   */
  void resume(boolean sound) throws IOException {
    List<Path> there = segments.list();
    if (there.isEmpty()) {
      return;
    }
    Path last = there.get(there.size() - 1);
    byte[] bytes = Files.readAllBytes(last);
    int whole = Recording.whole(bytes);
    if (whole == 0) {
      Files.delete(last);
      return;
    }
    if (whole < bytes.length) {
      Segments.truncate(last, whole);
    }
    if (sound) {
      segment = last;
      size = whole;
      head = firstLine(bytes);
    }
  }

  /**
   * Adds entries in one write.
   *
   * @param before how everything stood before them, for a new file
   */
  void write(Entry.Checkpoint before, List<Entry> entries) throws IOException {
    Path file = segment;
    if (file == null || size - head >= limits.segment() || !Files.exists(file)) {
      begin(before, entries);
    } else {
      add(file, bytes(entries));
    }
  }

  /** Notes when the last sweep was, for who reads after a death. */
  void note(Instant sweep) throws IOException {
    if (lock != null && lock.holds()) {
      lock.note(sweep);
    }
  }

  void release() throws IOException {
    drop();
    if (lock != null) {
      lock.release();
      lock = null;
    }
  }

  private void begin(Entry.Checkpoint before, List<Entry> entries) throws IOException {
    take();
    drop();
    Path next = segments.next();
    List<Entry> all = new ArrayList<>(entries);
    all.remove(before); // as the last entries before a clean end have it, too
    all.add(0, before);
    byte[] lines = bytes(all);
    size = 0;
    add(next, lines);
    head = firstLine(lines);
    segments.sync();
    segments.shrink(limits.total());
  }

  /** All of it or, as far as the disk allows, nothing; what follows a fault is a new file. */
  private void add(Path file, byte[] lines) throws IOException {
    try {
      if (sink == null) {
        sink = opener.open(file);
      }
      sink.write(lines);
      segment = file;
      size += lines.length;
    } catch (IOException e) {
      undo(file, e);
      throw e;
    }
  }

  private void undo(Path file, IOException fault) {
    try {
      drop();
      if (size == 0) {
        Files.deleteIfExists(file);
      } else if (Files.exists(file)) {
        Segments.truncate(file, size);
      }
    } catch (IOException e) {
      fault.addSuppressed(e); // half a line stays at the end of a file that is not gone on with
    }
  }

  private void drop() throws IOException {
    segment = null;
    Sink old = sink;
    sink = null;
    if (old != null) {
      old.close();
    }
  }

  private static int firstLine(byte[] lines) {
    int end = 0;
    while (lines[end] != '\n') {
      end++;
    }
    return end + 1;
  }

  private static byte[] bytes(List<Entry> entries) {
    StringBuilder lines = new StringBuilder();
    entries.forEach(entry -> lines.append(Checksum.sealed(JournalJson.line(entry))).append('\n'));
    return lines.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
