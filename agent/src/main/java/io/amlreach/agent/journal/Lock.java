// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second process from writing the same journal. The system ends it with the process. */
final class Lock {
  private final Path file;
  private final FileChannel channel;

  private Lock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Somebody else has it. */
  static final class Taken extends IOException {
    private static final long serialVersionUID = 1;

    Taken() {
      super("another amlreach serve writes its journal here");
    }
  }

  /**
   * Takes it.
   *
   * @throws Taken when somebody else has it, in this process or another
   */
  static Lock take(Path directory) throws IOException {
    Path file = directory.resolve("journal.lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new Lock(file, channel);
      }
    } catch (OverlappingFileLockException ignored) {
      // of this process: told below, as that of another one is
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw new Taken();
  }

  /** Whether it still keeps others out: a file that was deleted does not. */
  boolean holds() {
    return channel.isOpen() && Files.exists(file);
  }

  void release() throws IOException {
    channel.close();
  }
}
