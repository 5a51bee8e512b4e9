// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands between method and version. Clients that take us for a proxy write a whole address
 * there, which RFC 9112 (3.2.2) has every server accept; the host of that address counts then, and
 * not the Host that was sent.
 */
final class RequestTarget {
  /** No user, which RFC 9110 (4.2.4) calls an error, and no fragment, which is never sent. */
  private static final Pattern ABSOLUTE =
      Pattern.compile("(http|https)://([^/?#@\\\\]+)([/?][^#]*)?", Pattern.CASE_INSENSITIVE);

  private RequestTarget() {}

  /**
   * Why the request is refused; null when it is not. From then on it has a path, and one Host,
   * which is the one that counts.
   *
   * @param secured whether it came over TLS, without which nothing is answered for https
   */
  static @Nullable Reply settle(HttpRequest request, boolean secured) {
    String target = request.uri();
    if (target.startsWith("/")) {
      return null;
    }
    Matcher absolute = ABSOLUTE.matcher(target);
    if (!absolute.matches()) {
      return Refusals.MALFORMED;
    }
    if (!secured && absolute.group(1).equalsIgnoreCase("https")) {
      return Refusals.NOT_SECURED;
    }
    String path = Objects.requireNonNullElse(absolute.group(3), "");
    request.setUri(path.startsWith("/") ? path : "/" + path);
    request.headers().set(HttpHeaderNames.HOST, absolute.group(2));
    return null;
  }
}
