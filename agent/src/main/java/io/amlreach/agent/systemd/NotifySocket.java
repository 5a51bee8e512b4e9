// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.systemd;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDomainDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The datagram socket of a service manager. The JDK has none of this kind, so it is Netty's, on a
 * thread of its own: it pings the watchdog while the daemon's threads are busy. A message that
 * cannot be sent is lost: nothing may fail because nobody listens.
 */
final class NotifySocket implements Notifications {
  private static final Logger LOG = LoggerFactory.getLogger(NotifySocket.class);
  private static final long PATIENCE_MILLIS = 500;

  private final MultiThreadIoEventLoopGroup group;
  private final EventLoop loop;
  private final DomainSocketAddress address;
  private final Duration watchdog;
  private @Nullable ChannelFuture connection;
  private @Nullable ChannelFuture written;
  private boolean faulty;
  private boolean closing;

  private NotifySocket(DomainSocketAddress address, Duration watchdog) {
    this.group =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("amlreach-notify", true), EpollIoHandler.newFactory());
    this.loop = group.next();
    this.address = address;
    this.watchdog = watchdog;
  }

  /**
   * One that sends there.
   *
   * @param path of the socket; one that starts with @ is abstract
   * @param watchdog how long the manager waits for a ping; zero when it waits for none
   */
  static Notifications open(String path, Duration watchdog) {
    if (!Epoll.isAvailable()) {
      LOG.warn("systemd is not told of this service: {}", Epoll.unavailabilityCause().toString());
      return NONE;
    }
    String name = path.startsWith("@") ? "\0" + path.substring(1) : path;
    return new NotifySocket(new DomainSocketAddress(name), watchdog);
  }

  @Override
  public void send(String... lines) {
    byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    loop.execute(() -> send(text));
  }

  @Override
  public void watch(BooleanSupplier alive) {
    if (watchdog.isZero()) {
      return;
    }
    long half = watchdog.toNanos() / 2;
    loop.scheduleAtFixedRate(() -> ping(alive), 0, half, TimeUnit.NANOSECONDS);
  }

  /** Waits a moment for what is on its way: the last words matter to who waits for the end. */
  @Override
  public void close() {
    CompletableFuture<Void> said = new CompletableFuture<>();
    loop.execute(
        () -> {
          closing = true;
          after(connection, () -> after(written, () -> said.complete(null)));
        });
    said.completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
    group.shutdownGracefully(0, PATIENCE_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly();
  }

  private static void after(@Nullable ChannelFuture before, Runnable next) {
    if (before == null) {
      next.run();
    } else {
      before.addListener(done -> next.run());
    }
  }

  private void ping(BooleanSupplier alive) {
    if (alive.getAsBoolean()) {
      send("WATCHDOG=1".getBytes(StandardCharsets.UTF_8));
    }
  }

  private void send(byte[] text) {
    ChannelFuture open = connection;
    if (open == null) {
      open =
          new Bootstrap()
              .group(loop)
              .channel(EpollDomainDatagramChannel.class)
              .handler(new ChannelInboundHandlerAdapter())
              .connect(address);
      connection = open;
    }
    open.addListener(
        (ChannelFutureListener)
            connected -> {
              if (connected.isSuccess()) {
                written = connected.channel().writeAndFlush(Unpooled.wrappedBuffer(text));
                written.addListener(sent -> outcome(sent.cause()));
              } else {
                outcome(connected.cause());
              }
            });
  }

  private void outcome(@Nullable Throwable fault) {
    if (fault != null && !faulty && !closing) {
      LOG.warn("systemd cannot be told how the service is: {}", fault.toString());
    }
    if (fault != null && connection != null) {
      // the manager may have made another socket, so the next message looks anew
      connection.channel().close();
      connection = null;
    }
    faulty = fault != null;
  }
}
