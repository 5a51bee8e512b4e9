// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.dns;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.concurrent.Future;

/** One datagram in, and a datagram out for each message of the answer. */
final class DnsOverUdp extends SimpleChannelInboundHandler<DatagramPacket> {
  private final Replies replies;

  DnsOverUdp(Replies replies) {
    this.replies = replies;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, DatagramPacket question) {
    for (byte[] message : replies.to(question.content(), Transport.UDP)) {
      var packet = new DatagramPacket(Unpooled.wrappedBuffer(message), question.sender());
      Future<?> unused = context.writeAndFlush(packet);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    // a client that has gone away must not take the server's only socket with it
  }
}
