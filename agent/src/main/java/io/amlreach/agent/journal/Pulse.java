// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a daemon keeps its state in a directory, by the lock that the system takes from it when
 * it ends, however it ends. To look disturbs nobody: the lock is asked for as one of many readers.
 *
 * @param lastSweep that could judge something; null when nobody noted one
 */
public record Pulse(Beat beat, @Nullable Instant lastSweep) {
  /** A time and some room. */
  private static final int MOST = 64;

  /** What was found. */
  public enum Beat {
    RUNNING,
    GONE,
    /** The lock may not be read, or is on a file system without locks. */
    UNKNOWN
  }

  /** Of the daemon that has its state there. */
  public static Pulse of(Path directory) {
    Path file = Lock.file(directory);
    return new Pulse(beat(file), lastSweep(file));
  }

  private static Beat beat(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true);
      return lock == null ? Beat.RUNNING : Beat.GONE;
    } catch (OverlappingFileLockException e) { // of this process
      return Beat.RUNNING;
    } catch (NoSuchFileException e) {
      return Beat.GONE;
    } catch (IOException e) {
      return Beat.UNKNOWN;
    }
  }

  private static @Nullable Instant lastSweep(Path file) {
    try {
      if (Files.size(file) > MOST) {
        return null;
      }
      return Instant.parse(Files.readString(file, StandardCharsets.US_ASCII).strip());
    } catch (IOException | DateTimeException e) {
      return null;
    }
  }
}
