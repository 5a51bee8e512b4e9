// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.dns;

import io.amlreach.lab.net.Behaviour;
import io.amlreach.lab.net.Connections;
import io.amlreach.lab.net.LabLoop;
import io.amlreach.lab.net.StubbornServer;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.BindException;
import java.net.InetSocketAddress;

/** A DNS server on loopback, over UDP and TCP on one port of the system's choice. */
public final class DnsServer implements AutoCloseable {
  private static final int ATTEMPTS = 16;

  private final StubbornServer tcp;
  private final Channel udp;
  private final Replies replies;
  private final Runnable afterwards;

  private DnsServer(StubbornServer tcp, Channel udp, Replies replies, Runnable afterwards) {
    this.tcp = tcp;
    this.udp = udp;
    this.replies = replies;
    this.afterwards = afterwards;
  }

  /** A server with a loop of its own, which ends with it. */
  public static DnsServer start(Zone zone) {
    LabLoop loop = LabLoop.start();
    return start(loop, zone, new Connections(), loop::close);
  }

  /** A server on a loop that outlives it; its TCP connections are added to {@code connections}. */
  public static DnsServer start(LabLoop loop, Zone zone, Connections connections) {
    return start(loop, zone, connections, () -> {});
  }

  private static DnsServer start(
      LabLoop loop, Zone zone, Connections connections, Runnable afterwards) {
    var replies = new Replies(zone);
    Behaviour overTcp = new DnsOverTcp(replies);
    for (int i = 0; i < ATTEMPTS; i++) {
      StubbornServer tcp = StubbornServer.start(loop, overTcp, connections);
      var udp =
          new Bootstrap()
              .group(loop.group())
              .channel(NioDatagramChannel.class)
              .handler(new DnsOverUdp(replies))
              .bind(tcp.address())
              .awaitUninterruptibly();
      if (udp.isSuccess()) {
        return new DnsServer(tcp, udp.channel(), replies, afterwards);
      }
      tcp.close();
      if (!(udp.cause() instanceof BindException)) {
        throw new ChannelException("no DNS server on loopback", udp.cause());
      }
    }
    throw new ChannelException("no port is free for both UDP and TCP");
  }

  public InetSocketAddress address() {
    return tcp.address();
  }

  /** How many questions have come, over both transports. */
  public int queries() {
    return replies.queries();
  }

  @Override
  public void close() {
    udp.close().awaitUninterruptibly();
    tcp.close();
    afterwards.run();
  }
}
