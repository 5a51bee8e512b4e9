// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** A UDP socket that takes datagrams and never answers, which is all that Azure's does. */
public final class UdpServer implements AutoCloseable {
  private final Channel channel;
  private final AtomicInteger received;

  private UdpServer(Channel channel, AtomicInteger received) {
    this.channel = channel;
    this.received = received;
  }

  public static UdpServer silent(LabLoop loop) {
    var received = new AtomicInteger();
    var handler =
        new SimpleChannelInboundHandler<DatagramPacket>() {
          @Override
          protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
            received.incrementAndGet();
          }
        };
    var bound =
        new Bootstrap()
            .group(loop.group())
            .channel(NioDatagramChannel.class)
            .handler(handler)
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly();
    return new UdpServer(bound.channel(), received);
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) channel.localAddress();
  }

  /** How many datagrams have arrived. */
  public int received() {
    return received.get();
  }

  @Override
  public void close() {
    channel.close().awaitUninterruptibly();
  }
}
