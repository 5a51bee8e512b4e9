// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection: requests are answered one after the other, each within its time, and while one is
 * being answered nothing more is read.
 */
final class Conversation extends ChannelInboundHandlerAdapter {
  /** Requests sent before an answer; hardly any client does that. */
  private static final int MOST_WAITING = 8;

  private static final String CONTINUE = "100-continue";

  private final Channel channel;
  private final InetAddress remote;
  private final Desk desk;
  private final Connections connections;
  private final Limits limits;
  private final Deque<Received> waiting = new ArrayDeque<>();

  private Phase phase = Phase.RECEIVING;
  private long phaseSince;
  private @Nullable Future<?> timer;
  private @Nullable HttpRequest arriving;
  private long bodyBytes;
  private int unsent;
  private boolean busy;
  private boolean deaf;

  /** A request that is complete, or an answer to one that cannot be. */
  private record Received(@Nullable HttpRequest request, @Nullable Reply refusal) {}

  Conversation(
      Channel channel, InetAddress remote, Desk desk, Connections connections, Limits limits) {
    this.channel = channel;
    this.remote = remote;
    this.desk = desk;
    this.connections = connections;
    this.limits = limits;
    enter(Phase.RECEIVING, limits.request());
    channel.closeFuture().addListener(done -> closed());
  }

  /** Runs on the thread that this connection belongs to. */
  void onLoop(Runnable work) {
    channel.eventLoop().execute(work);
  }

  /** Closes without the farewell of TLS, which a client that does not read would hold up. */
  void abort() {
    channel.unsafe().close(channel.newPromise());
  }

  InetAddress remote() {
    return remote;
  }

  Phase phase() {
    return phase;
  }

  /** In nanoseconds, to compare with others. */
  long phaseSince() {
    return phaseSince;
  }

  /** Bytes of an answer that is on its way. */
  int unsent() {
    return unsent;
  }

  void bytesArrived() {
    if (phase == Phase.IDLE) {
      enter(Phase.RECEIVING, limits.request());
    }
  }

  /** What arrives cannot be understood; nothing that follows is looked at. */
  void malformed() {
    refuse(Refusals.MALFORMED);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      if (deaf) {
        return;
      }
      if (message instanceof HttpRequest request) {
        head(request);
      } else if (message instanceof HttpContent content) {
        body(content);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void head(HttpRequest request) {
    Reply refusal = Refusals.ofHead(request);
    if (refusal != null) {
      refuse(refusal);
      return;
    }
    arriving = request;
    bodyBytes = 0;
    String expected = request.headers().get("expect", "");
    if (!expected.isEmpty() && !expected.equalsIgnoreCase(CONTINUE)) {
      refuse(Refusals.EXPECTATION);
    } else if (HttpUtil.getContentLength(request, 0L) > limits.body()) {
      refuse(Refusals.TOO_LARGE);
    } else if (HttpUtil.is100ContinueExpected(request) && !busy) {
      FullHttpResponse goOn =
          new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE);
      channel.writeAndFlush(goOn);
    }
  }

  private void body(HttpContent content) {
    bodyBytes += content.content().readableBytes();
    if (content.decoderResult().isFailure()) {
      refuse(Refusals.MALFORMED);
    } else if (bodyBytes > limits.body()) {
      refuse(Refusals.TOO_LARGE);
    } else if (content instanceof LastHttpContent) {
      HttpRequest complete = arriving;
      arriving = null;
      arrived(new Received(complete, null));
    }
  }

  private void refuse(Reply refusal) {
    if (!deaf) {
      deaf = true;
      arrived(new Received(arriving, refusal));
    }
  }

  private void arrived(Received received) {
    if (!busy) {
      begin(received);
    } else if (waiting.size() < MOST_WAITING) {
      waiting.add(received);
    } else {
      deaf = true;
      abort();
    }
  }

  private void begin(Received received) {
    busy = true;
    channel.config().setAutoRead(false);
    enter(Phase.WORKING, null);
    HttpRequest request = received.request();
    Reply refusal = received.refusal();
    if (refusal != null || request == null) {
      send(request, refusal == null ? Refusals.MALFORMED : refusal, false);
      return;
    }
    desk.answer(request, this, reply -> send(request, reply, HttpUtil.isKeepAlive(request)));
  }

  private void send(@Nullable HttpRequest request, Reply reply, boolean keepAlive) {
    connections.makeRoom(reply.body().length);
    unsent = reply.body().length;
    boolean headOnly = request != null && request.method().equals(HttpMethod.HEAD);
    FullHttpResponse response = desk.response(reply, headOnly, keepAlive);
    enter(Phase.SENDING, limits.answer());
    channel
        .writeAndFlush(response)
        .addListener(
            done -> {
              unsent = 0;
              if (!done.isSuccess()) {
                abort();
              } else if (keepAlive) {
                next();
              } else {
                linger();
              }
            });
  }

  private void next() {
    busy = false;
    Received received = waiting.poll();
    if (received != null) {
      begin(received);
      return;
    }
    enter(Phase.IDLE, limits.idle());
    channel.config().setAutoRead(true);
  }

  /**
   * Closing at once would destroy the answer on its way, if the client has sent more than was read.
   */
  private void linger() {
    deaf = true;
    waiting.clear();
    enter(Phase.LINGERING, limits.linger());
    channel.config().setAutoRead(true);
    SslHandler tls = channel.pipeline().get(SslHandler.class);
    if (tls == null) {
      shutDownOutput();
    } else {
      tls.closeOutbound().addListener(done -> shutDownOutput());
    }
  }

  private void shutDownOutput() {
    if (channel instanceof DuplexChannel duplex && channel.isActive()) {
      duplex.shutdownOutput();
    }
  }

  private void enter(Phase next, @Nullable Duration atMost) {
    phase = next;
    phaseSince = System.nanoTime();
    if (timer != null) {
      timer.cancel(false);
    }
    timer =
        atMost == null
            ? null
            : channel.eventLoop().schedule(this::abort, atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void closed() {
    deaf = true;
    if (timer != null) {
      timer.cancel(false);
    }
    connections.remove(this);
  }

  /** A client that breaks off, or one that does not speak TLS; neither is a fault of ours. */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    abort();
  }
}
