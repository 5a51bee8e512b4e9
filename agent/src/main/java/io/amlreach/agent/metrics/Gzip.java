// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A gzip file (RFC 1952) of two parts, of which the first was compressed before. Two files one
 * after the other would be simpler, but not every reader of HTTP reads the second.
 */
final class Gzip {
  private static final byte[] HEADER = {31, (byte) 139, 8, 0, 0, 0, 0, 0, 0, (byte) 255};

  private Gzip() {}

  /** The first part, compressed so that more can follow. */
  static byte[] begun(byte[] first) {
    return deflated(first, Deflater.FULL_FLUSH);
  }

  /**
   * The file.
   *
   * @param begun what {@link #begun} made of the first part
   */
  static byte[] file(byte[] begun, byte[] first, byte[] second) {
    byte[] end = deflated(second, Deflater.NO_FLUSH);
    CRC32 checksum = new CRC32();
    checksum.update(first);
    checksum.update(second);
    return ByteBuffer.allocate(HEADER.length + begun.length + end.length + 8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(HEADER)
        .put(begun)
        .put(end)
        .putInt((int) checksum.getValue())
        .putInt(first.length + second.length)
        .array();
  }

  private static byte[] deflated(byte[] part, int flush) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(part);
      if (flush == Deflater.NO_FLUSH) {
        deflater.finish();
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream(part.length / 8 + 64);
      byte[] buffer = new byte[8192];
      int length = deflater.deflate(buffer, 0, buffer.length, flush);
      while (length > 0) {
        out.write(buffer, 0, length);
        if (length < buffer.length) {
          break;
        }
        length = deflater.deflate(buffer, 0, buffer.length, flush);
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }
}
