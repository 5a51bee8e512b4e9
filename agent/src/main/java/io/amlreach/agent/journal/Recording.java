// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.journal;

import io.amlreach.agent.report.JournalReader;
import io.amlreach.agent.state.Entry;
import io.amlreach.agent.state.Transition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a journal holds. Reading needs no lock and disturbs nobody: a line that is being written has
 * no end yet and is left out.
 *
 * @param entries oldest first
 * @param skipped lines that are damaged, by their checksum too, or of kinds that this version does
 *     not know
 */
public record Recording(List<Entry> entries, long skipped) {
  /** A journal keeps its files far below this; whatever is larger is none of them. */
  private static final long MOST = 64L << 20;

  public Recording {
    entries = List.copyOf(entries);
  }

  /**
   * Reads all of it.
   *
   * @param directory where the daemon keeps its state
   * @throws IOException when the directory or a file in it cannot be read
   */
  public static Recording read(Path directory) throws IOException {
    List<Entry> entries = new ArrayList<>();
    long skipped = 0;
    for (Path segment : new Segments(directory).list()) {
      try {
        if (Files.size(segment) > MOST) {
          skipped++;
          continue;
        }
        skipped += lines(Files.readAllBytes(segment), entries);
      } catch (NoSuchFileException ignored) {
        // the oldest one may be deleted meanwhile
      }
    }
    return new Recording(entries, skipped);
  }

  /** The changes among the entries, oldest first. */
  List<Transition> transitions() {
    return entries.stream()
        .flatMap(entry -> entry instanceof Entry.Changed one ? Stream.of(one) : Stream.empty())
        .map(Entry.Changed::transition)
        .toList();
  }

  /** Where the last whole line ends. */
  static int whole(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private static long lines(byte[] bytes, List<Entry> entries) {
    long skipped = 0;
    int whole = whole(bytes);
    int start = 0;
    for (int end = 0; end < whole; end++) {
      if (bytes[end] == '\n') {
        String line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        Optional<Entry> entry = Checksum.wrong(line) ? Optional.empty() : JournalReader.read(line);
        entry.ifPresent(entries::add);
        skipped += entry.isPresent() ? 0 : 1;
        start = end + 1;
      }
    }
    return skipped;
  }
}
