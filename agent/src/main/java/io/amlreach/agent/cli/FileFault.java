// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** What is wrong with a file, in words instead of the class or the path that an exception shows. */
public final class FileFault {
  private FileFault() {}

  /**
   * Why it could not be read or written.
   *
   * @param missing what to say when there is nothing at its path
   */
  public static String of(IOException e, String missing) {
    if (e instanceof NoSuchFileException) {
      return missing;
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String reason = e instanceof FileSystemException refused ? refused.getReason() : e.getMessage();
    return Objects.requireNonNullElse(reason, "the system does not say why");
  }
}
