// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * One port for all that Azure offers: the first byte tells what the client speaks. Whoever says
 * nothing is left alone.
 *
 * @param tls for a handshake record
 * @param smb for a NetBIOS session message
 * @param http for everything else
 */
public record ByFirstByte(Behaviour tls, Behaviour smb, Behaviour http) implements Behaviour {
  private static final byte TLS_HANDSHAKE = 0x16;
  private static final byte SESSION_MESSAGE = 0;

  @Override
  public void attach(ChannelPipeline pipeline) {
    pipeline.addLast(new Peek());
  }

  private Behaviour of(byte first) {
    return switch (first) {
      case TLS_HANDSHAKE -> tls;
      case SESSION_MESSAGE -> smb;
      default -> http;
    };
  }

  private final class Peek extends ByteToMessageDecoder {
    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
      of(in.getByte(in.readerIndex())).attach(context.pipeline());
      context.pipeline().remove(this); // hands the bytes on to what was just attached
    }
  }
}
