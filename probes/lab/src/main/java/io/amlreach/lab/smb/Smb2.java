// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.smb;

import io.amlreach.lab.net.Behaviour;
import io.amlreach.lab.net.Hangup;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.util.concurrent.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A file server that gets as far as NEGOTIATE: the newest dialect that both sides know. */
public final class Smb2 implements Behaviour {
  private static final int SMB2_PROTOCOL = 0xfe534d42;
  private static final int DIALECT_COUNT_AT = 66;
  private static final int DIALECTS_AT = 100;

  private final List<SmbDialect> dialects;

  private Smb2(List<SmbDialect> dialects) {
    this.dialects = dialects;
  }

  public static Smb2 offering(SmbDialect... dialects) {
    return new Smb2(List.of(dialects));
  }

  @Override
  public void attach(ChannelPipeline pipeline) {
    int typeByte = 1;
    int lengthBytes = 3;
    pipeline
        .addLast(new LengthFieldBasedFrameDecoder(65_536, typeByte, lengthBytes, 0, 4))
        .addLast(new Negotiating());
  }

  private final class Negotiating extends SimpleChannelInboundHandler<ByteBuf> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf request) {
      if (request.readableBytes() < DIALECTS_AT || request.getInt(0) != SMB2_PROTOCOL) {
        Hangup.politely(context);
        return;
      }
      ByteBuf response =
          newestCommon(request)
              .map(NegotiateResponse::choosing)
              .orElseGet(NegotiateResponse::notSupported);
      Future<?> unused = context.writeAndFlush(response);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      Hangup.politely(context);
    }
  }

  private Optional<SmbDialect> newestCommon(ByteBuf request) {
    return dialects.stream()
        .filter(dialect -> offered(request, dialect))
        .max(Comparator.naturalOrder());
  }

  private static boolean offered(ByteBuf request, SmbDialect dialect) {
    int count = request.getUnsignedShortLE(DIALECT_COUNT_AT);
    int end = Math.min(DIALECTS_AT + 2 * count, request.readableBytes() - 1);
    for (int at = DIALECTS_AT; at < end; at += 2) {
      if (request.getUnsignedShortLE(at) == dialect.code()) {
        return true;
      }
    }
    return false;
  }
}
