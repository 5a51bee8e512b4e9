// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.amlreach.config.yaml.ProblemsException;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.Slf4JLoggerFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Serves a fixed set of paths over HTTP/1.1, with TLS and passwords where a web configuration file
 * asks for them. It has threads of its own, so that nothing that is asked here delays a probe.
 */
public final class WebServer implements AutoCloseable {
  private static final Duration CLOSE = Duration.ofSeconds(1);
  private static final int BACKLOG = 256;
  private static final int WORKERS = 2;

  /** Passwords to be checked at once; at the usual cost a second or two of work. */
  private static final int PASSWORDS = 16;

  private final MultiThreadIoEventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("amlreach-web", true), NioIoHandler.newFactory());
  private final ThreadPoolExecutor workers;
  private final ThreadPoolExecutor hashing;
  private final ProtectionFile protection;
  private final Connections connections;
  private final Channel listener;

  private WebServer(
      InetSocketAddress listen, ProtectionFile protection, Map<String, Route> routes, Limits limits)
      throws IOException {
    this.protection = protection;
    workers = executor("amlreach-web-worker", WORKERS, limits.work());
    hashing = executor("amlreach-web-password", 1, PASSWORDS);
    connections = new Connections(limits);
    boolean loopback = listen.getAddress().isLoopbackAddress();
    Desk desk = new Desk(routes, protection, new Passwords(hashing), workers, loopback);
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(new Reception(protection, desk, connections, limits))
            .bind(listen)
            .awaitUninterruptibly();
    listener = bound.channel();
    if (!bound.isSuccess()) {
      close();
      throw new IOException(bound.cause().getMessage(), bound.cause());
    }
  }

  /**
   * Begins to serve.
   *
   * @param listen a port of 0 chooses a free one
   * @param configFile the web configuration; null for plain HTTP for everybody
   * @throws IOException when the address cannot be listened on
   * @throws ProblemsException with all that is wrong with the web configuration
   */
  public static WebServer start(
      InetSocketAddress listen, @Nullable Path configFile, Map<String, Route> routes)
      throws IOException, ProblemsException {
    return start(listen, configFile, routes, Limits.USUAL);
  }

  static WebServer start(
      InetSocketAddress listen, @Nullable Path configFile, Map<String, Route> routes, Limits limits)
      throws IOException, ProblemsException {
    // named outright: when logging is left out, Netty would go and look for another library
    InternalLoggerFactory.setDefaultFactory(Slf4JLoggerFactory.INSTANCE);
    ProtectionFile protection = ProtectionFile.open(configFile, limits.recheck());
    return new WebServer(listen, protection, routes, limits);
  }

  /**
   * Reads a web configuration file and the certificates that it names, and does nothing with them.
   *
   * @throws ProblemsException with all that is wrong
   */
  public static void verify(Path configFile) throws ProblemsException {
    ProtectionFile.open(configFile, Limits.USUAL.recheck()).close();
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.localAddress();
  }

  /**
   * Why the last change of the web configuration is not in force; empty when it is. It may name
   * files, so it is for the log and not for a client.
   */
  public String fault() {
    return protection.fault();
  }

  /** Looks whether the web configuration has changed, as each request does, and does not wait. */
  public void recheck() {
    if (!loop.isShuttingDown()) {
      loop.next().execute(protection::present);
    }
  }

  /** Closes every connection and ends the threads, within two seconds. */
  @Override
  public void close() {
    if (loop.isShuttingDown()) {
      return;
    }
    listener.close().awaitUninterruptibly(CLOSE.toMillis());
    loop.next().execute(connections::closeAll);
    workers.shutdownNow();
    hashing.shutdownNow();
    loop.shutdownGracefully(0, CLOSE.toMillis(), TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(CLOSE.toMillis());
    protection.close();
  }

  private static ThreadPoolExecutor executor(String name, int threads, int queue) {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            threads,
            threads,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(queue),
            new DefaultThreadFactory(name, true));
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }
}
