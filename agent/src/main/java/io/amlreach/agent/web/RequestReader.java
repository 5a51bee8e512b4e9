// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests of the parts that arrive. Bodies are counted and dropped. After a refusal nothing
 * more is looked at, since nobody knows where the next request would begin.
 */
final class RequestReader {
  private static final String CONTINUE = "100-continue";

  private final int longestBody;
  private final Consumer<Received> then;
  private final Runnable awaited;
  private @Nullable HttpRequest arriving;
  private long bodyBytes;
  private boolean deaf;

  /**
   * One for a connection.
   *
   * @param longestBody in bytes
   * @param then gets each request, and at most one refusal after them
   * @param awaited runs when a client wants to be told before it sends a body
   */
  RequestReader(int longestBody, Consumer<Received> then, Runnable awaited) {
    this.longestBody = longestBody;
    this.then = then;
    this.awaited = awaited;
  }

  /** Looks at nothing any more. */
  void stop() {
    deaf = true;
  }

  /** Whether nothing that arrives now will be answered. */
  boolean stopped() {
    return deaf;
  }

  /**
   * Takes the next part.
   *
   * @param secured whether it came over TLS
   */
  void read(Object part, boolean secured) {
    if (deaf) {
      return;
    }
    if (part instanceof HttpRequest request) {
      head(request, secured);
    } else if (part instanceof HttpContent content) {
      body(content);
    }
  }

  /** What arrives is not to be answered otherwise. */
  void refuse(Reply refusal) {
    if (!deaf) {
      deaf = true;
      then.accept(new Received(arriving, refusal));
    }
  }

  private void head(HttpRequest request, boolean secured) {
    Reply refusal = Refusals.ofHead(request, secured);
    if (refusal != null) {
      refuse(refusal);
      return;
    }
    arriving = request;
    bodyBytes = 0;
    String expected = request.headers().get("expect", "");
    if (!expected.isEmpty() && !expected.equalsIgnoreCase(CONTINUE)) {
      refuse(Refusals.EXPECTATION);
    } else if (HttpUtil.getContentLength(request, 0L) > longestBody) {
      refuse(Refusals.TOO_LARGE);
    } else if (HttpUtil.is100ContinueExpected(request)) {
      awaited.run();
    }
  }

  private void body(HttpContent content) {
    bodyBytes += content.content().readableBytes();
    if (content.decoderResult().isFailure()) {
      refuse(Refusals.MALFORMED);
    } else if (bodyBytes > longestBody) {
      refuse(Refusals.TOO_LARGE);
    } else if (content instanceof LastHttpContent) {
      HttpRequest complete = arriving;
      arriving = null;
      then.accept(new Received(complete, null));
    }
  }
}
