// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/** A TCP server on loopback, on a port of the system's choice, that behaves as it was told. */
public final class StubbornServer implements AutoCloseable {
  private static final int BACKLOG = 1024;

  private final InetSocketAddress address;
  private final Channel listener;
  private final Connections connections;
  private final Runnable afterwards;

  private StubbornServer(
      InetSocketAddress address, Channel listener, Connections connections, Runnable afterwards) {
    this.address = address;
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
    ServerSocketChannel socket = listening();
    var registered =
        new ServerBootstrap()
            .group(loop.group())
            .channelFactory(() -> new NioServerSocketChannel(socket))
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    connections.count(channel);
                    behaviour.attach(channel.pipeline());
                  }
                })
            .register();
    var address = (InetSocketAddress) socket.socket().getLocalSocketAddress();
    return new StubbornServer(address, registered.channel(), connections, afterwards);
  }

  /** Bound by the caller's thread: a lab starts dozens of servers and waits for none of them. */
  private static ServerSocketChannel listening() {
    try {
      ServerSocketChannel socket = ServerSocketChannel.open();
      return socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException("no port on loopback", e);
    }
  }

  public InetSocketAddress address() {
    return address;
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
