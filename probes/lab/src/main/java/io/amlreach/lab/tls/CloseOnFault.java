// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.tls;

import io.amlreach.lab.net.Hangup;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Closes after a failed handshake, without a word: failing is what many clients are here for. */
final class CloseOnFault extends ChannelInboundHandlerAdapter {
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    Hangup.politely(context);
  }
}
