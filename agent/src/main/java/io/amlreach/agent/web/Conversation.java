// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One connection: requests are answered one after the other, each within its time, and while one is
 * being answered nothing more is read.
 */
final class Conversation extends ChannelInboundHandlerAdapter {
  /**
   * Requests sent before an answer; hardly any client does that. When there are more, the last of
   * these is told to be the last, from which a client knows that the others were not looked at.
   */
  private static final int MOST_WAITING = 8;

  private final Channel channel;
  private final InetAddress remote;
  private final Desk desk;
  private final Connections connections;
  private final Limits limits;
  private final Deque<Received> waiting = new ArrayDeque<>();

  private final PhaseClock clock;
  private final RequestReader reader;

  private int unsent;
  private boolean busy;

  Conversation(
      Channel channel, InetAddress remote, Desk desk, Connections connections, Limits limits) {
    this.channel = channel;
    this.remote = remote;
    this.desk = desk;
    this.connections = connections;
    this.limits = limits;
    this.clock = new PhaseClock(channel.eventLoop(), this::abort);
    this.reader = new RequestReader(limits.body(), this::arrived, this::goOn);
    clock.enter(Phase.RECEIVING, limits.request());
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
    return clock.phase();
  }

  /** In nanoseconds, to compare with others. */
  long phaseSince() {
    return clock.since();
  }

  /** Bytes of an answer that is on its way. */
  int unsent() {
    return unsent;
  }

  void bytesArrived() {
    if (clock.phase() == Phase.IDLE) {
      clock.enter(Phase.RECEIVING, limits.request());
    }
  }

  /** What arrives cannot be understood; nothing that follows is looked at. */
  void malformed() {
    reader.refuse(Refusals.MALFORMED);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      reader.read(message, channel.pipeline().get(SslHandler.class) != null);
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  /** Not while others are answered, whose answers come first. */
  private void goOn() {
    if (!busy) {
      FullHttpResponse response =
          new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE);
      channel.writeAndFlush(response);
    }
  }

  private void arrived(Received received) {
    if (!busy) {
      begin(received);
    } else if (waiting.size() < MOST_WAITING) {
      waiting.add(received);
    } else {
      reader.stop();
    }
  }

  private void begin(Received received) {
    busy = true;
    channel.config().setAutoRead(false);
    clock.enter(Phase.WORKING, null);
    HttpRequest request = received.request();
    Reply refusal = received.refusal();
    if (refusal != null || request == null) {
      send(request, refusal == null ? Refusals.MALFORMED : refusal, false);
      return;
    }
    desk.answer(request, this, reply -> send(request, reply, HttpUtil.isKeepAlive(request)));
  }

  private void send(@Nullable HttpRequest request, Reply reply, boolean wanted) {
    boolean keepAlive = wanted && !(reader.stopped() && waiting.isEmpty());
    connections.makeRoom(reply.body().length);
    unsent = reply.body().length;
    boolean headOnly = request != null && request.method().equals(HttpMethod.HEAD);
    FullHttpResponse response = desk.response(reply, headOnly, keepAlive);
    clock.enter(Phase.SENDING, limits.answer());
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
    clock.enter(Phase.IDLE, limits.idle());
    channel.config().setAutoRead(true);
  }

  /**
   * Closing at once would destroy the answer on its way, if the client has sent more than was read.
   */
  private void linger() {
    reader.stop();
    waiting.clear();
    clock.enter(Phase.LINGERING, limits.linger());
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

  private void closed() {
    reader.stop();
    clock.stop();
    connections.remove(this);
  }

  /** A client that breaks off, or one that does not speak TLS; neither is a fault of ours. */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    abort();
  }
}
