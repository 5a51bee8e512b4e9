// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps a second process from writing the same journal. The system ends it with the process. Its
 * file says when the last sweep was. A file and not a channel, which is closed, and the lock lost,
 * when its thread is interrupted.
 */
final class Lock {
  /** Who looks whether it is taken has it for a moment, see {@link Pulse}. */
  private static final int TRIES = 20;

  private static final long PAUSE_NANOS = 10_000_000;

  private final Path path;
  private final RandomAccessFile file;

  private Lock(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  /** Somebody else has it. */
  static final class Taken extends IOException {
    private static final long serialVersionUID = 1;

    Taken() {
      super("another amlreach serve writes its journal here");
    }
  }

  static Path file(Path directory) {
    return directory.resolve("journal.lock");
  }

  /**
   * Takes it.
   *
   * @throws Taken when somebody else has it, in this process or another
   */
  static Lock take(Path directory) throws IOException {
    Path path = file(directory);
    RandomAccessFile file = open(path);
    try {
      for (int i = 0; i < TRIES; i++) {
        FileLock lock = file.getChannel().tryLock();
        if (lock != null) {
          return new Lock(path, file);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    } catch (OverlappingFileLockException ignored) {
      // of this process: told below, as that of another one is
    } catch (IOException e) {
      file.close();
      throw e;
    }
    file.close();
    throw new Taken();
  }

  /** Whether it still keeps others out: a file that was deleted does not. */
  boolean holds() {
    return file.getChannel().isOpen() && Files.exists(path);
  }

  /** Notes when the last sweep was, always in as many characters. */
  void note(Instant sweep) throws IOException {
    file.seek(0);
    String text = sweep.truncatedTo(ChronoUnit.SECONDS) + "\n";
    file.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  void release() throws IOException {
    file.close();
  }

  /** Channels tell what is wrong by the kind of exception, so one is opened first. */
  private static RandomAccessFile open(Path path) throws IOException {
    FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
    return new RandomAccessFile(path.toFile(), "rw");
  }
}
