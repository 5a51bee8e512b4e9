// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.NotSslRecordException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;

/** Sends one request and reads no more of its answer than a person would. */
final class OutboundHandler extends SimpleChannelInboundHandler<HttpObject> {
  private static final int ENOUGH = 300;

  private final FullHttpRequest request;
  private final CompletableFuture<Outbound.Answer> answer;
  private final ByteBuf text = Unpooled.buffer(0, ENOUGH);
  private int status;

  OutboundHandler(FullHttpRequest request, CompletableFuture<Outbound.Answer> answer) {
    this.request = request;
    this.answer = answer;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    context
        .writeAndFlush(request) // waits for the handshake, where there is one
        .addListener(
            sent -> {
              if (!sent.isSuccess()) {
                answer.completeExceptionally(sent.cause());
              }
            });
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
    if (part.decoderResult().isFailure()) {
      answer.completeExceptionally(new IOException("it does not answer in HTTP/1.1"));
      return;
    }
    if (part instanceof HttpResponse head
        && head.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
      status = head.status().code();
    }
    if (status != 0 && part instanceof HttpContent content) {
      ByteBuf more = content.content();
      text.writeBytes(more, Math.min(more.readableBytes(), ENOUGH - text.readableBytes()));
    }
    boolean success = status / 100 == 2;
    boolean enough = part instanceof LastHttpContent || text.readableBytes() == ENOUGH;
    if (status != 0 && (success || enough)) {
      answered(success);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (status == 0) {
      answer.completeExceptionally(
          new IOException("it closes the connection without an answer in HTTP"));
    } else {
      answered(false);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    answer.completeExceptionally(plain(cause));
  }

  /**
   * Without what Netty wraps around it: addresses that are told anyway, and bytes in hexadecimal.
   */
  static Throwable plain(Throwable cause) {
    Throwable inner = cause.getCause() instanceof IOException known ? known : cause;
    return inner instanceof NotSslRecordException
        ? new SSLException("it does not speak TLS there; is it http?")
        : inner;
  }

  private void answered(boolean success) {
    String said = success ? "" : text.toString(StandardCharsets.UTF_8).strip();
    answer.complete(new Outbound.Answer(status, said));
  }
}
