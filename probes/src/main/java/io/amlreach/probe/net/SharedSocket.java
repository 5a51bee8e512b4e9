// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connected UDP socket that is opened when it is wanted and closed when it has not been for a
 * while: one that is kept for days would keep the source address of a network that has changed.
 * Belongs to the loop's thread.
 */
final class SharedSocket {
  private static final int RECEIVE_BUFFER = 1 << 20;
  private static final int LONGEST_DATAGRAM = 4_096;

  private final EventLoop loop;
  private final InetSocketAddress peer;
  private final Duration idle;
  private final BooleanSupplier busy;
  private final Supplier<ChannelHandler> handler;
  private @Nullable ChannelFuture current;
  private boolean wanted;

  /**
   * Opens nothing yet.
   *
   * @param busy whether something is still expected to arrive
   */
  SharedSocket(
      EventLoop loop,
      InetSocketAddress peer,
      Duration idle,
      BooleanSupplier busy,
      Supplier<ChannelHandler> handler) {
    this.loop = loop;
    this.peer = peer;
    this.idle = idle;
    this.busy = busy;
    this.handler = handler;
  }

  /** The socket, being connected or connected already. */
  ChannelFuture open() {
    wanted = true;
    if (current == null) {
      ChannelFuture opening = bootstrap().connect(peer);
      opening.channel().closeFuture().addListener(gone -> forget(opening));
      current = opening;
      closeWhenIdle(opening);
    }
    return current;
  }

  void close() {
    if (current != null) {
      current.channel().close();
    }
  }

  private Bootstrap bootstrap() {
    SocketProtocolFamily family =
        peer.getAddress() instanceof Inet6Address
            ? SocketProtocolFamily.INET6
            : SocketProtocolFamily.INET;
    return new Bootstrap()
        .group(loop)
        .channelFactory(() -> new NioDatagramChannel(family))
        .option(ChannelOption.SO_RCVBUF, RECEIVE_BUFFER)
        .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(LONGEST_DATAGRAM))
        .handler(handler.get())
        .disableResolver();
  }

  private void forget(ChannelFuture gone) {
    if (current == gone) {
      current = null;
    }
  }

  private void closeWhenIdle(ChannelFuture opening) {
    wanted = false;
    loop.schedule(
        () -> {
          if (current == opening && (wanted || busy.getAsBoolean())) {
            closeWhenIdle(opening);
          } else {
            opening.channel().close();
          }
        },
        idle.toNanos(),
        TimeUnit.NANOSECONDS);
  }
}
