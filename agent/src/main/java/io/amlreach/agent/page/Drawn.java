// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.page;

import io.amlreach.agent.web.Reply;
import io.amlreach.agent.web.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A page that was drawn, as it is and packed, so that neither is done twice. */
final class Drawn {
  private final String tag;
  private final byte[] plain;
  private final byte[] packed;

  private Drawn(String tag, byte[] plain, byte[] packed) {
    this.tag = tag;
    this.plain = plain;
    this.packed = packed;
  }

  /** Packs it. */
  static Drawn of(String html, String tag) {
    byte[] plain = html.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 8);
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    }
    return new Drawn(tag, plain, packed.toByteArray());
  }

  /** Whether it is the page of that tag. */
  boolean is(String other) {
    return tag.equals(other);
  }

  Reply reply(String contentType, Request request, Map<String, String> headers) {
    if (!request.takesGzip()) {
      return new Reply(200, contentType, plain, headers);
    }
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Encoding", "gzip");
    return new Reply(200, contentType, packed, all);
  }
}
