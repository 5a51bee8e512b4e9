// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.amlreach.probe.Cause;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;

/**
 * Stands before all other handlers, because only here a reset can be told from an orderly close:
 * further up both are the same closed channel.
 */
final class WireHandler extends ChannelInboundHandlerAdapter {
  private final ProbeRun run;
  private boolean reset;

  WireHandler(ProbeRun run) {
    this.run = run;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    if (message instanceof ByteBuf bytes) {
      run.received(bytes.readableBytes());
    }
    super.channelRead(context, message);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    super.channelInactive(context); // the protocol may know better why
    run.closed(reset);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof IOException) {
      reset = true;
      context.close();
    } else {
      run.ended(Cause.BROKEN_PROBE, cause.toString());
    }
  }
}
