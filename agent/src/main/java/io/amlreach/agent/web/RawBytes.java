// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Sees bytes before they are parsed: that a request has begun, and whether a line begins with a
 * blank. The parser would take that for a header that goes on, which RFC 9112 has done away with
 * and which servers understand differently. No body is of use here, so one that looks so is refused
 * as well.
 */
final class RawBytes extends ChannelInboundHandlerAdapter {
  private final Conversation conversation;
  private boolean lineStart;

  RawBytes(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    conversation.bytesArrived();
    if (bytes.forEachByte(this::expected) >= 0) {
      bytes.release();
      conversation.malformed();
      return;
    }
    ctx.fireChannelRead(bytes);
  }

  private boolean expected(byte value) {
    boolean folded = lineStart && (value == ' ' || value == '\t');
    lineStart = value == '\n';
    return !folded;
  }
}
