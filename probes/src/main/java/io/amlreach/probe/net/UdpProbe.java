// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.amlreach.probe.Cause;
import io.amlreach.probe.Stage;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;

/**
 * Sends one datagram of one byte. An answer of any kind is a pass, an ICMP "port unreachable" is a
 * fail, and silence is what it is: no answer.
 */
final class UdpProbe {
  private static final byte[] PAYLOAD = {0};

  private final EventLoop loop;

  UdpProbe(EventLoop loop) {
    this.loop = loop;
  }

  void start(ProbeRun run, InetSocketAddress address) {
    run.begin(Stage.UDP);
    run.startTimer();
    ChannelFuture connecting =
        new Bootstrap()
            .group(loop)
            .channelFactory(NioDatagramChannel::new)
            .handler(new Listener(run))
            .connect(address);
    run.owns(connecting.channel());
    connecting.addListener(
        future -> {
          if (future.isSuccess()) {
            Channel channel = connecting.channel();
            channel.writeAndFlush(Unpooled.wrappedBuffer(PAYLOAD));
          } else {
            Throwable failure = future.cause();
            run.ended(ConnectFailures.causeOf(failure), ConnectFailures.detailOf(failure));
          }
        });
  }

  private static final class Listener extends ChannelInboundHandlerAdapter {
    private final ProbeRun run;

    Listener(ProbeRun run) {
      this.run = run;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      int length =
          message instanceof DatagramPacket packet
              ? packet.content().readableBytes()
              : message instanceof ByteBuf bytes ? bytes.readableBytes() : 0;
      ReferenceCountUtil.release(message);
      run.endedWell("answered with " + length + " bytes");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
      if (failure instanceof PortUnreachableException) {
        run.ended(Cause.PORT_UNREACHABLE, ConnectFailures.detailOf(failure));
      } else {
        run.ended(Cause.UNREACHABLE, ConnectFailures.detailOf(failure));
      }
    }
  }
}
