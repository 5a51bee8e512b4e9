// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.dns;

import io.amlreach.lab.net.Behaviour;
import io.amlreach.lab.net.Hangup;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.LengthFieldPrepender;
import io.netty.util.concurrent.Future;

/** Messages behind a length of two bytes (RFC 1035, 4.2.2); any number on one connection. */
final class DnsOverTcp implements Behaviour {
  private static final int LENGTH_BYTES = 2;

  private final Replies replies;

  DnsOverTcp(Replies replies) {
    this.replies = replies;
  }

  @Override
  public void attach(ChannelPipeline pipeline) {
    pipeline
        .addLast(new LengthFieldBasedFrameDecoder(65_537, 0, LENGTH_BYTES, 0, LENGTH_BYTES))
        .addLast(new LengthFieldPrepender(LENGTH_BYTES))
        .addLast(new Answering());
  }

  private final class Answering extends SimpleChannelInboundHandler<ByteBuf> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf question) {
      for (byte[] message : replies.to(question, Transport.TCP)) {
        Future<?> unused = context.writeAndFlush(Unpooled.wrappedBuffer(message));
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      Hangup.politely(context);
    }
  }
}
