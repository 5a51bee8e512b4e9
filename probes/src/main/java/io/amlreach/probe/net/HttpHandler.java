// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.amlreach.probe.Cause;
import io.amlreach.probe.HttpFacts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request and keeps the start of the answer. Behind the decoder; ends the run.
 *
 * <p>The body is of interest only where it can tell a firewall from the service; and it is never
 * waited for longer than {@link #BODY_MILLIS}, because the status has been answered by then.
 */
class HttpHandler extends SimpleChannelInboundHandler<HttpObject> {
  static final int MAX_LINE = 4 * 1024;
  static final int MAX_HEADERS = 16 * 1024;
  static final int MAX_BODY = 4 * 1024;
  private static final int MAX_HEADER_COUNT = 64;
  private static final int MAX_VALUE = 512;
  private static final long BODY_MILLIS = 1000;

  private final ProbeRun run;
  private final ByteBuf request;
  private final ByteBuf body = Unpooled.buffer(0, MAX_BODY);
  private @Nullable HttpResponse head;
  private @Nullable Future<?> bodyTimer;

  /**
   * A handler that asks once it is added.
   *
   * @param request released when it is sent
   */
  HttpHandler(ProbeRun run, ByteBuf request) {
    this.run = run;
    this.request = request;
  }

  ProbeRun run() {
    return run;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    context.writeAndFlush(request);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    Future<?> armed = bodyTimer;
    if (armed != null) {
      armed.cancel(false);
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
    if (run.done()) {
      return;
    }
    if (message.decoderResult().isFailure()) {
      notHttp("the answer is not HTTP, or its head is larger than 16 KiB");
      return;
    }
    if (message instanceof HttpResponse response) {
      if (response.status().code() / 100 == 1) {
        return; // interim; the answer follows
      }
      head = response;
      if (bodyTellsNothing(response)) {
        finish(context);
        return;
      }
      bodyTimer =
          context.executor().schedule(() -> finish(context), BODY_MILLIS, TimeUnit.MILLISECONDS);
    }
    if (message instanceof HttpContent content) {
      ByteBuf bytes = content.content();
      body.writeBytes(bytes, Math.min(bytes.readableBytes(), MAX_BODY - body.readableBytes()));
      if (message instanceof LastHttpContent || body.readableBytes() == MAX_BODY) {
        finish(context);
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (head != null) {
      finish(context); // an answer that ends with the connection is an answer
    }
    context.fireChannelInactive();
  }

  /** Whether the answer is complete without its body. */
  boolean bodyTellsNothing(HttpResponse response) {
    boolean page = response.headers().get("content-type", "").startsWith("text/html");
    return response.status().code() / 100 == 2 && !page;
  }

  /** The answer, or as much of it as is wanted; called once. */
  void answered(ChannelHandlerContext context, HttpFacts answer) {
    run.http(answer);
    run.endedWell(Alike.once("status " + answer.status()));
  }

  void notHttp(String why) {
    run.ended(Cause.NOT_HTTP, why);
  }

  private void finish(ChannelHandlerContext context) {
    HttpResponse response = head;
    if (response == null || run.done()) {
      return;
    }
    head = null;
    answered(
        context,
        new HttpFacts(
            response.status().code(), headers(response), body.toString(StandardCharsets.UTF_8)));
  }

  private static Map<String, String> headers(HttpResponse response) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Map.Entry<String, String> header : response.headers()) {
      String value = header.getValue();
      String cut = value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) : value;
      String name = Alike.once(header.getKey().toLowerCase(Locale.ROOT));
      headers.merge(name, Alike.once(cut), (a, b) -> a + ", " + b);
      if (headers.size() == MAX_HEADER_COUNT) {
        break;
      }
    }
    return headers;
  }
}
