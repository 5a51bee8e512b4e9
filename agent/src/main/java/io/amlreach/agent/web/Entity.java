// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import java.util.Arrays;
import java.util.Map;

/** Spares a client what it has already. */
final class Entity {
  private static final String ETAG = "ETag";

  private Entity() {}

  /** The reply, or only its headers when the client has got the same one before. */
  static Reply unchanged(Request request, Reply reply) {
    String tag = reply.headers().get(ETAG);
    if (tag == null || reply.status() != 200 || request.method().equals("POST")) {
      return reply;
    }
    boolean known =
        Arrays.stream(request.header("if-none-match").split(",", -1))
            .map(String::strip)
            .anyMatch(given -> given.equals("*") || strong(given).equals(strong(tag)));
    return known ? new Reply(304, "", new byte[0], Map.of(ETAG, tag)) : reply;
  }

  /** Compared weakly, as If-None-Match wants it. */
  private static String strong(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
