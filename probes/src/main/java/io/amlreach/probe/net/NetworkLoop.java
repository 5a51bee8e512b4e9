// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.Slf4JLoggerFactory;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The one thread on which all sockets are served. One is enough: a probe costs well under a
 * millisecond, and what belongs to one thread needs no locks.
 *
 * <p>NIO rather than epoll, because it tells a missing route from an unreachable host; see
 * RATIONALE.md.
 */
public final class NetworkLoop implements AutoCloseable {
  private static final long CLOSE_SECONDS = 2;

  private final MultiThreadIoEventLoopGroup group;
  private final EventLoop loop;

  private final ChannelFactory<SocketChannel> sockets;

  NetworkLoop(IoHandlerFactory handlers, ChannelFactory<SocketChannel> sockets) {
    group =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("amlreach-net", true), handlers);
    loop = group.next();
    this.sockets = sockets;
  }

  public static NetworkLoop start() {
    // named outright: when logging is left out, Netty would go and look for another library
    InternalLoggerFactory.setDefaultFactory(Slf4JLoggerFactory.INSTANCE);
    return new NetworkLoop(NioIoHandler.newFactory(), NioSocketChannel::new);
  }

  /** Runs and schedules work on the loop's own thread. */
  public ScheduledExecutorService executor() {
    return loop;
  }

  EventLoop eventLoop() {
    return loop;
  }

  /** For TCP connections on this loop. */
  Bootstrap connections() {
    return new Bootstrap().group(loop).channelFactory(sockets);
  }

  /**
   * Closes every socket and ends the thread. Must be called before the program exits: an exit waits
   * for threads that sit in a native select call.
   */
  @Override
  public void close() {
    group.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
