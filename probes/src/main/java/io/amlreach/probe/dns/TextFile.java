// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the start of a system's text file, whatever bytes are in it. */
final class TextFile {
  /** Larger than any hosts file that a resolver could use; lines beyond it are not read. */
  private static final int MOST_BYTES = 4 << 20;

  private TextFile() {}

  static List<String> lines(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
      boolean cut = text.length() == MOST_BYTES;
      return (cut ? text.substring(0, text.lastIndexOf('\n') + 1) : text).lines().toList();
    }
  }
}
