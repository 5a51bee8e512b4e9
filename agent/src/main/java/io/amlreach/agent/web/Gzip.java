// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Makes long replies short for clients that can read them so. */
final class Gzip {
  private static final int WORTHWHILE = 1024;
  private static final String ENCODING = "Content-Encoding";

  private Gzip() {}

  /** The reply, compressed where that is wanted, pays and has not been done. */
  static Reply compressed(Request request, Reply reply) {
    if (reply.body().length <= WORTHWHILE || reply.headers().containsKey(ENCODING)) {
      return reply;
    }
    Map<String, String> headers = new HashMap<>(reply.headers());
    headers.putIfAbsent("Vary", "Accept-Encoding");
    if (!request.takesGzip()) {
      return new Reply(reply.status(), reply.contentType(), reply.body(), headers);
    }
    headers.put(ENCODING, "gzip");
    return new Reply(reply.status(), reply.contentType(), bytes(reply.body()), headers);
  }

  private static byte[] bytes(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing is written but memory
    }
    return bytes.toByteArray();
  }
}
