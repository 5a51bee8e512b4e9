// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a receiver says.
 *
 * @param status 200 to 999
 * @param text the beginning of the body, as a person would read it; empty when the status is a 2xx,
 *     which needs no explanation
 */
record HttpAnswer(int status, String text) {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})( .*)?");
  private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,7})[ \\t]*(;.*)?");

  /** In bytes. */
  private static final int ENOUGH = 300;

  /** In bytes, without its end. */
  private static final int LONGEST_LINE = 8192;

  private static final int MOST_LINES = 200;

  /**
   * Reads one, and no more of it than is needed.
   *
   * @throws IOException when it ends early or is no answer of HTTP/1, with a reason for a person
   */
  static HttpAnswer read(InputStream in) throws IOException {
    for (int lines = 0; ; ) {
      Matcher matcher = STATUS.matcher(line(in, "it closes the connection without an answer"));
      if (!matcher.matches()) {
        throw new IOException("it does not answer in HTTP/1.1");
      }
      int status = Integer.parseInt(matcher.group(1));
      long length = Long.MAX_VALUE;
      boolean chunked = false;
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        lines = oneMore(lines);
        String header = line.toLowerCase(Locale.ROOT);
        if (header.startsWith("content-length:")) {
          length = length(header.substring(15).strip());
        } else if (header.startsWith("transfer-encoding:")) {
          chunked = header.strip().endsWith("chunked");
        }
      }
      if (status >= 200) {
        boolean plain = status < 300 || status == 304;
        return new HttpAnswer(status, plain ? "" : chunked ? chunks(in) : text(in, length));
      }
      lines = oneMore(lines);
    }
  }

  private static int oneMore(int lines) throws IOException {
    if (lines == MOST_LINES) {
      throw new IOException("its answer has too many headers");
    }
    return lines + 1;
  }

  private static String text(InputStream in, long length) throws IOException {
    return readable(in.readNBytes((int) Math.min(ENOUGH, length)));
  }

  private static String chunks(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (bytes.size() < ENOUGH) {
      int size = chunk(in);
      if (size == 0) {
        break;
      }
      bytes.writeBytes(in.readNBytes(Math.min(size, ENOUGH - bytes.size())));
      if (bytes.size() < ENOUGH) {
        in.readNBytes(2); // the end of its line
      }
    }
    return readable(bytes.toByteArray());
  }

  /** Length of the next one in bytes; 0 when there is none or nobody can tell. */
  private static int chunk(InputStream in) throws IOException {
    try {
      Matcher matcher = CHUNK.matcher(line(in));
      return matcher.matches() ? Integer.parseInt(matcher.group(1), 16) : 0;
    } catch (EOFException e) {
      return 0;
    }
  }

  private static String readable(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).strip();
  }

  /** One that makes no sense is not waited for. */
  private static long length(String digits) {
    return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
  }

  private static String line(InputStream in) throws IOException {
    return line(in, "it closes the connection in the middle of its answer");
  }

  private static String line(InputStream in, String gone) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException(gone);
      }
      if (bytes.size() == LONGEST_LINE) {
        throw new IOException("its answer has a line that is too long");
      }
      bytes.write(next);
    }
    String line = bytes.toString(StandardCharsets.ISO_8859_1);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
