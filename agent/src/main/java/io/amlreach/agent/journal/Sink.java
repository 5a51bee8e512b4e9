// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.journal;

import java.io.Closeable;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** The end of a file, where lines are added. */
interface Sink extends Closeable {
  /** Adds all of it at once, and returns when it would survive a loss of power. */
  void write(byte[] lines) throws IOException;

  /** How such an end is reached; creates the file when it is not there. */
  @FunctionalInterface
  interface Opener {
    Sink open(Path file) throws IOException;
  }

  /**
   * On a disk. Not a channel: one of those is closed when its thread is interrupted, and that is
   * how a sweep is told to end.
   */
  static Sink onDisk(Path path) throws IOException {
    File file = path.toFile();
    FileOutputStream out = new FileOutputStream(file, true);
    return new Sink() {
      @Override
      public void write(byte[] lines) throws IOException {
        out.write(lines);
        out.getFD().sync();
      }

      @Override
      public void close() throws IOException {
        out.close();
      }
    };
  }
}
