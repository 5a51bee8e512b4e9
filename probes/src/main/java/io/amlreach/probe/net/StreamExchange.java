// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.LengthFieldPrepender;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/**
 * Asks one DNS server over TCP (RFC 7766): a connection for each question, closed after its answer.
 * It is the way out for the rare answer that does not fit into a datagram.
 */
public final class StreamExchange {
  private static final int LENGTH_BYTES = 2;
  private static final int LONGEST_MESSAGE = 0xffff + LENGTH_BYTES;

  private final EventLoop loop;
  private final InetSocketAddress server;

  /**
   * @param server a resolved address
   */
  public StreamExchange(NetworkLoop network, InetSocketAddress server) {
    this.loop = network.eventLoop();
    this.server = server;
  }

  /**
   * Connects, sends a message and waits for the answer to it.
   *
   * @param message one DNS query; its id is replaced
   * @param timeout for connecting and answering together
   * @return completed on the loop's thread. Fails with {@link NoAnswerException}, with {@link
   *     java.net.ConnectException} when nobody listens, or with another {@link
   *     java.io.IOException}. To give the question up, cancel it on that thread.
   */
  public CompletableFuture<byte[]> ask(byte[] message, Duration timeout) {
    DnsQuestion question = new DnsQuestion(message, timeout);
    try {
      if (loop.inEventLoop()) {
        start(question);
      } else {
        loop.execute(() -> start(question));
      }
    } catch (RejectedExecutionException e) {
      question.answer.completeExceptionally(e);
    }
    return question.answer;
  }

  private void start(DnsQuestion question) {
    InFlight inFlight = new InFlight(loop);
    byte[] message = inFlight.add(question);
    ChannelFuture connecting =
        new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0)
            .handler(new Conversation(message, inFlight))
            .disableResolver()
            .connect(server);
    connecting.addListener(
        connected -> {
          if (!connected.isSuccess()) {
            question.answer.completeExceptionally(connected.cause());
          }
        });
    question.answer.whenComplete(
        (reply, failure) -> {
          inFlight.remove(question);
          connecting.channel().close();
        });
  }

  private static final class Conversation extends ChannelInitializer<SocketChannel> {
    private final byte[] message;
    private final InFlight inFlight;

    Conversation(byte[] message, InFlight inFlight) {
      this.message = message;
      this.inFlight = inFlight;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
      channel
          .pipeline()
          .addLast(
              new LengthFieldBasedFrameDecoder(LONGEST_MESSAGE, 0, LENGTH_BYTES, 0, LENGTH_BYTES),
              new LengthFieldPrepender(LENGTH_BYTES),
              new SimpleChannelInboundHandler<ByteBuf>() {
                @Override
                public void channelActive(ChannelHandlerContext context) {
                  context.writeAndFlush(Unpooled.wrappedBuffer(message));
                }

                @Override
                protected void channelRead0(ChannelHandlerContext context, ByteBuf reply) {
                  inFlight.received(ByteBufUtil.getBytes(reply));
                }

                @Override
                public void channelInactive(ChannelHandlerContext context) {
                  inFlight.failAll(new ClosedChannelException());
                }

                @Override
                public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                  inFlight.failAll(cause);
                }
              });
    }
  }
}
