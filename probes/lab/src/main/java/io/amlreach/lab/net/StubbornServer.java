// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A TCP server on loopback, on a port of the system's choice, that behaves as it was told. */
public final class StubbornServer implements AutoCloseable {
  private final Channel listener;
  private final Connections connections;
  private final Runnable afterwards;

  private StubbornServer(Channel listener, Connections connections, Runnable afterwards) {
    this.listener = listener;
    this.connections = connections;
    this.afterwards = afterwards;
  }

  /** A server with a loop of its own, which ends with it. */
  public static StubbornServer start(Behaviour behaviour) {
    LabLoop loop = LabLoop.start();
    return start(loop, behaviour, new Connections(), loop::close);
  }

  /** A server on a loop that outlives it; its connections are added to {@code connections}. */
  public static StubbornServer start(LabLoop loop, Behaviour behaviour, Connections connections) {
    return start(loop, behaviour, connections, () -> {});
  }

  private static StubbornServer start(
      LabLoop loop, Behaviour behaviour, Connections connections, Runnable afterwards) {
    var bound =
        new ServerBootstrap()
            .group(loop.group())
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 1024)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    connections.count(channel);
                    behaviour.attach(channel.pipeline());
                  }
                })
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly();
    return new StubbornServer(bound.channel(), connections, afterwards);
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) listener.localAddress();
  }

  public Connections connections() {
    return connections;
  }

  @Override
  public void close() {
    listener.close().awaitUninterruptibly();
    afterwards.run();
  }
}
