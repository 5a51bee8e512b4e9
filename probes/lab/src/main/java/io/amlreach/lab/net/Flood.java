// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.net;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;

/** Sends the same bytes without end, the next block when the last has left this process. */
final class Flood {
  private static final int BLOCK = 64 * 1024;

  private final ChannelHandlerContext context;
  private final byte[] block;

  Flood(ChannelHandlerContext context, byte[] bytes) {
    this.context = context;
    this.block = repeated(bytes);
  }

  void start() {
    context.writeAndFlush(Unpooled.wrappedBuffer(block)).addListener(this::more);
  }

  private void more(Future<?> written) {
    if (written.isSuccess()) {
      // not from here: a peer on loopback reads so fast that the calls would nest
      context.executor().execute(this::start);
    }
  }

  private static byte[] repeated(byte[] bytes) {
    byte[] block = new byte[BLOCK - BLOCK % bytes.length];
    for (int i = 0; i < block.length; i++) {
      block[i] = bytes[i % bytes.length];
    }
    return block;
  }
}
