// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * What was drawn at one time, kept compressed: it is a thirtieth of its size then, and hardly any
 * client wants it otherwise.
 */
final class Drawn {
  /** Of a gzip file (RFC 1952). */
  private static final byte[] HEADER = {31, (byte) 139, 8, 0, 0, 0, 0, 0, 0, (byte) 255};

  private static final int TRAILER = 8;

  private final byte[] deflated;
  private final int length;

  private Drawn(byte[] deflated, int length) {
    this.deflated = deflated;
    this.length = length;
  }

  /** Writes what is to be kept. */
  @FunctionalInterface
  interface Drawing {
    void to(OutputStream out) throws IOException;
  }

  /** Compresses it while it is being drawn, so that it is never in memory as a whole. */
  static Drawn of(Drawing drawing) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    // flushed and not finished, so that more can follow
    try (OutputStream out = new DeflaterOutputStream(deflated, deflater, 8192, true)) {
      drawing.to(out);
      out.flush();
      return new Drawn(deflated.toByteArray(), Math.toIntExact(deflater.getBytesRead()));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    } finally {
      deflater.end();
    }
  }

  /** With more behind it. */
  byte[] followedBy(byte[] more) {
    byte[] all = new byte[length + more.length];
    try (InputStream first = inflated()) {
      first.readNBytes(all, 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException("what was compressed here cannot be read", e);
    }
    System.arraycopy(more, 0, all, length, more.length);
    return all;
  }

  /**
   * The same as one gzip file; only what is behind is compressed anew. Two files one after the
   * other would be simpler, but not every reader of HTTP reads the second.
   */
  byte[] zippedWith(byte[] more) {
    byte[] end = finished(more);
    CRC32 checksum = new CRC32();
    try (InputStream first = new CheckedInputStream(inflated(), checksum)) {
      first.skipNBytes(length);
    } catch (IOException e) {
      throw new UncheckedIOException("what was compressed here cannot be read", e);
    }
    checksum.update(more);
    return ByteBuffer.allocate(HEADER.length + deflated.length + end.length + TRAILER)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(HEADER)
        .put(deflated)
        .put(end)
        .putInt((int) checksum.getValue())
        .putInt(length + more.length)
        .array();
  }

  private InputStream inflated() {
    Inflater inflater = new Inflater(true);
    return new InflaterInputStream(new ByteArrayInputStream(deflated), inflater, 8192) {
      @Override
      public void close() throws IOException {
        super.close();
        inf.end(); // it would wait for the collector with what it has outside the heap
      }
    };
  }

  private static byte[] finished(byte[] end) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(deflated, deflater)) {
      out.write(end);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    } finally {
      deflater.end();
    }
    return deflated.toByteArray();
  }
}
