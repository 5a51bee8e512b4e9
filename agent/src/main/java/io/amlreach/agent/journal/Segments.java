// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of a journal in its directory; their numbers grow. */
final class Segments {
  private static final Pattern NAME = Pattern.compile("journal-([0-9]{6,9})\\.jsonl");

  private final Path directory;

  Segments(Path directory) {
    this.directory = directory;
  }

  /** Those that are there, oldest first. */
  List<Path> list() throws IOException {
    List<Path> segments = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        if (number(file) > 0 && Files.isRegularFile(file)) {
          segments.add(file);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    segments.sort(Comparator.comparingInt(Segments::number));
    return segments;
  }

  /** One that is not there yet and comes after all that are. */
  Path next() throws IOException {
    List<Path> there = list();
    int last = there.isEmpty() ? 0 : number(there.get(there.size() - 1));
    return directory.resolve(String.format(Locale.ROOT, "journal-%06d.jsonl", last + 1));
  }

  /** Deletes the oldest until the others are no more than this together; the last one stays. */
  void shrink(long most) throws IOException {
    List<Path> there = list();
    long total = 0;
    for (Path segment : there) {
      total += Files.size(segment);
    }
    for (Path oldest : there.subList(0, Math.max(0, there.size() - 1))) {
      if (total <= most) {
        return;
      }
      total -= Files.size(oldest);
      Files.delete(oldest);
    }
  }

  /** Cuts a file off at a length, durably. */
  static void truncate(Path file, long length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
      channel.force(true);
    }
  }

  /** Makes names that are new in the directory survive a loss of power, where that can be. */
  void sync() {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException ignored) {
      // some file systems know no such thing; the file itself is on the disk
    }
  }

  private static int number(Path file) {
    Matcher matcher = NAME.matcher(file.getFileName().toString());
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
