// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.journal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * The last field of a line, by which a flipped bit is noticed that leaves valid JSON: the CRC-32C,
 * in eight hexadecimal digits, of all bytes before the comma that it comes after.
 */
final class Checksum {
  private static final String FIELD = ",\"crc32c\":\"";
  private static final String END = "\"}";
  private static final int LENGTH = FIELD.length() + 8 + END.length();

  private Checksum() {}

  /** The same JSON object, which has at least one field, with its checksum. */
  static String sealed(String line) {
    String body = line.substring(0, line.length() - 1);
    return body + FIELD + of(body) + END;
  }

  /** Whether a checksum is there and belongs to something else; older lines have none. */
  static boolean wrong(String line) {
    int body = line.length() - LENGTH;
    return body > 0
        && line.startsWith(FIELD, body)
        && !line.endsWith(of(line.substring(0, body)) + END);
  }

  private static String of(String body) {
    CRC32C crc = new CRC32C();
    crc.update(body.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
