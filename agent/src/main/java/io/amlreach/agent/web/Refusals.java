// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said to a request that is not answered; never anything that came with it. */
final class Refusals {
  static final Reply MALFORMED = Reply.text(400, "The request is malformed.");
  static final Reply EXPECTATION = Reply.text(417, "No such expectation can be met.");
  static final Reply TOO_LARGE = Reply.text(413, "No request here needs a body.");
  static final Reply BUSY = later(503, "Too many requests at once.", 1);
  static final Reply NOT_READY = later(503, "The first sweep is not complete.", 5);
  static final Reply NOT_FOUND = Reply.text(404, "There is nothing here.");
  static final Reply FAULT = Reply.text(500, "A fault of amlreach; its log has the details.");
  static final Reply CROSS_SITE = Reply.text(403, "Not from the page of another site.");
  static final Reply UNAUTHORIZED =
      with(
          401,
          "A user and a password are needed.",
          "WWW-Authenticate",
          "Basic realm=\"amlreach\", charset=\"UTF-8\"");
  static final Reply FOREIGN_HOST =
      Reply.text(
          421,
          "This server listens on the loopback address only: ask for localhost or an IP address.");

  static final Reply NOT_SECURED =
      Reply.text(421, "This connection is not secured: ask for http here, or for https over TLS.");

  private static final Reply LONG_LINE = Reply.text(414, "The address is too long.");
  private static final Reply LONG_HEADERS = Reply.text(431, "The headers are too long.");
  private static final Reply VERSION =
      Reply.text(505, "Only versions 1.1 and 1.0 of HTTP are spoken here.");

  private Refusals() {}

  /** To be tried again. */
  static Reply later(int status, String line, long seconds) {
    return with(status, line, "Retry-After", Long.toString(seconds));
  }

  static Reply method(List<String> allowed) {
    return with(405, "Not with this method.", "Allow", String.join(", ", allowed));
  }

  private static Reply with(int status, String line, String header, String value) {
    byte[] body = (line + "\n").getBytes(StandardCharsets.UTF_8);
    return new Reply(status, Reply.TEXT, body, Map.of(header, value));
  }

  /**
   * Why a request is not even waited for to its end; null when it is, and then its target is a
   * path.
   *
   * @param secured whether it came over TLS
   */
  static @Nullable Reply ofHead(HttpRequest request, boolean secured) {
    if (request.decoderResult().isFailure()) {
      Throwable cause = request.decoderResult().cause();
      if (cause instanceof TooLongHttpLineException) {
        return LONG_LINE;
      }
      return cause instanceof TooLongHttpHeaderException ? LONG_HEADERS : MALFORMED;
    }
    HttpVersion version = request.protocolVersion();
    boolean current = version.equals(HttpVersion.HTTP_1_1);
    if (!current && !version.equals(HttpVersion.HTTP_1_0)) {
      return VERSION;
    }
    HttpHeaders headers = request.headers();
    int hosts = headers.getAll(HttpHeaderNames.HOST).size();
    if (hosts > 1 || (current && hosts == 0)) {
      return MALFORMED;
    }
    List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
    boolean understood =
        codings.isEmpty()
            || (current && codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked"));
    return understood ? RequestTarget.settle(request, secured) : MALFORMED;
  }
}
