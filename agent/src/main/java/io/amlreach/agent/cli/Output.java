// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import io.amlreach.agent.cli.Console.Kind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Where a report goes: standard output, or a file that appears as a whole or not at all. The file
 * is begun before anything is probed, so that a path that cannot be written is told at once.
 */
public final class Output implements AutoCloseable {
  /** The temporary name that such an exception speaks of would mean nothing to anybody. */
  private static final String NO_FOLDER = "there is no such folder";

  private final Console console;
  private final @Nullable Path file;
  private final @Nullable Path begun;

  private Output(Console console, @Nullable Path file, @Nullable Path begun) {
    this.console = console;
    this.file = file;
    this.begun = begun;
  }

  /** Something to write. */
  @FunctionalInterface
  public interface Content {
    void write(Writer out) throws IOException;
  }

  /**
   * Begins.
   *
   * @param file null for standard output
   * @throws IOException when the file cannot be written
   */
  public static Output open(Console console, @Nullable Path file) throws IOException {
    if (file == null) {
      return new Output(console, null, null);
    }
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a directory");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      return new Output(console, file, file); // a device or a pipe cannot be replaced
    }
    Path whole = file.toAbsolutePath();
    long process = ProcessHandle.current().pid();
    Path begun = whole.resolveSibling("." + whole.getFileName() + "." + process + ".tmp");
    try {
      Files.newOutputStream(begun, StandardOpenOption.CREATE_NEW).close();
    } catch (IOException e) {
      throw new IOException(file + ": " + FileFault.of(e, NO_FOLDER), e);
    }
    return new Output(console, whole, begun);
  }

  /**
   * Writes all of it.
   *
   * @throws IOException when it cannot be written; a reader that has gone away, such as {@code
   *     head}, is no error
   */
  public void write(Content content) throws IOException {
    if (file == null || begun == null) {
      toStandardOutput(content);
      return;
    }
    try {
      try (Writer out = writer(Files.newOutputStream(begun))) {
        content.write(out);
      }
      if (!begun.equals(file)) {
        Files.move(
            begun, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new IOException(file + ": " + FileFault.of(e, NO_FOLDER), e);
    }
  }

  /**
   * Writes to standard output, whatever was asked for.
   *
   * @return false when its reader has gone away
   */
  public boolean toStandardOutput(Content content) throws IOException {
    try {
      Writer out = writer(console.out());
      content.write(out);
      out.flush();
      return true;
    } catch (IOException e) {
      if (console.outKind() != Kind.PIPE) {
        throw e;
      }
      return false;
    }
  }

  /** Leaves nothing behind that was begun and not finished. */
  @Override
  public void close() throws IOException {
    if (begun != null && !begun.equals(file)) {
      Files.deleteIfExists(begun);
    }
  }

  private static Writer writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }
}
