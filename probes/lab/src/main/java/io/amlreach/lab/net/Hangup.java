// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.util.concurrent.Future;

/** The two ways to end a connection. Nobody waits for either: the loop closes what is left. */
public final class Hangup {
  private Hangup() {}

  /** The other side reads the end of the stream (FIN). */
  public static void politely(ChannelHandlerContext context) {
    Future<?> unused = context.close();
  }

  /** The other side's next read fails (RST). */
  public static void rudely(ChannelHandlerContext context) {
    context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
    politely(context);
  }
}
