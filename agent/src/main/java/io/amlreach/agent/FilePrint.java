// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * By what a file is known again: behind all links, for Kubernetes changes files by changing a link.
 *
 * @param key what the file system knows it by; null where it has no such thing
 * @param content a digest; empty when it cannot be read
 */
record FilePrint(long size, FileTime changed, @Nullable Object key, String content) {
  private static final FilePrint ABSENT = new FilePrint(-1, FileTime.fromMillis(0), null, "");

  /** Of the file as it is now. */
  static FilePrint of(Path file) {
    return ABSENT.again(file);
  }

  /** The same file as it is now, whose content is only read when something else has changed. */
  FilePrint again(Path file) {
    BasicFileAttributes now;
    try {
      now = Files.readAttributes(file, BasicFileAttributes.class);
    } catch (IOException e) {
      return ABSENT;
    }
    boolean same =
        now.size() == size
            && now.lastModifiedTime().equals(changed)
            && Objects.equals(now.fileKey(), key);
    return same
        ? this
        : new FilePrint(now.size(), now.lastModifiedTime(), now.fileKey(), digest(file));
  }

  boolean sameContent(FilePrint other) {
    return content.equals(other.content) && (size < 0) == (other.size < 0);
  }

  private static String digest(Path file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      return "";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
