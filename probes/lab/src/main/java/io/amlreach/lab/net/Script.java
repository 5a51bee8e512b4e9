// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.util.ReferenceCountUtil;

/** A server that says one thing at one moment, whatever it was asked. */
public final class Script implements Behaviour {
  private enum Cue {
    CONNECT,
    FIRST_BYTES
  }

  private final Cue cue;
  private final Reply reply;

  private Script(Cue cue, Reply reply) {
    this.cue = cue;
    this.reply = reply;
  }

  /** Speaks first, as SSH and SMTP servers do. */
  public static Script onConnect(Reply reply) {
    return new Script(Cue.CONNECT, reply);
  }

  /** Waits for the other side to speak; what it says is read and forgotten. */
  public static Script afterFirstBytes(Reply reply) {
    return new Script(Cue.FIRST_BYTES, reply);
  }

  /** Accepts, reads and never answers. */
  public static Script silence() {
    return onConnect(Reply.nothing());
  }

  @Override
  public void attach(ChannelPipeline pipeline) {
    pipeline.addLast(new Play());
  }

  private final class Play extends ChannelInboundHandlerAdapter {
    private boolean played;
    private boolean heard;

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
      if (context.channel().isActive() && cue == Cue.CONNECT) {
        play(context);
      }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
      if (cue == Cue.CONNECT) {
        play(context);
      }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ReferenceCountUtil.release(message);
      heard = true;
    }

    // at the end of a read, because a close with unread bytes left would turn into a reset
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
      if (cue == Cue.FIRST_BYTES && heard) {
        play(context);
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      Hangup.politely(context);
    }

    private void play(ChannelHandlerContext context) {
      if (!played) {
        played = true;
        reply.send(context);
      }
    }
  }
}
