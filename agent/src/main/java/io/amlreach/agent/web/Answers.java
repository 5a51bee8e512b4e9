// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Gives every answer the headers that make a browser careful with it. */
final class Answers {
  /** For an answer that is no page: nothing in it may run or be loaded. */
  private static final Map<String, String> CAREFUL =
      Map.of(
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Resource-Policy", "same-origin");

  /** As HTTP wants it; the JDK's own form leaves the day without its zero. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Answers() {}

  /**
   * What goes over the wire.
   *
   * @param configured headers of the operator, which count more than those of the reply
   */
  static FullHttpResponse response(
      Reply reply, Map<String, String> configured, boolean headOnly, boolean keepAlive) {
    boolean empty = reply.status() == 204 || reply.status() == 304;
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(reply.status()),
            headOnly || empty ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(reply.body()));
    HttpHeaders headers = response.headers();
    headers.set(HttpHeaderNames.DATE, DATE.format(Instant.now()));
    CAREFUL.forEach(headers::set);
    headers.set(
        HttpHeaderNames.CACHE_CONTROL,
        reply.headers().containsKey("ETag") ? "no-cache" : "no-store");
    reply.headers().forEach(headers::set);
    configured.forEach(headers::set);
    if (!empty) {
      headers.set(HttpHeaderNames.CONTENT_TYPE, reply.contentType());
      headers.set(HttpHeaderNames.CONTENT_LENGTH, reply.body().length);
    }
    HttpUtil.setKeepAlive(response, keepAlive);
    if (keepAlive) {
      headers.set(HttpHeaderNames.CONNECTION, "keep-alive"); // HTTP/1.0 needs to be told
    }
    return response;
  }
}
