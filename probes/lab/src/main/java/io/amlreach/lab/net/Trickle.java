// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.net;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Keeps a connection from ever falling silent, without ever getting anywhere. */
final class Trickle {
  private static final byte[] SPACE = {' '};
  private static final long INTERVAL_MILLIS = 20;

  private final ChannelHandlerContext context;

  Trickle(ChannelHandlerContext context) {
    this.context = context;
  }

  void start() {
    Future<?> unused =
        context.executor().schedule(this::drop, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void drop() {
    if (context.channel().isActive()) {
      Future<?> unused = context.writeAndFlush(Unpooled.wrappedBuffer(SPACE));
      start();
    }
  }
}
