// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.amlreach.probe.Cause;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.function.Supplier;

/** Sends one NEGOTIATE and reads just enough of the answer to name the dialect. Ends the run. */
final class SmbHandler extends ByteToMessageDecoder {
  private static final int MAX_MESSAGE = 0x1ffff;
  private static final int MAGIC_END = 8;
  private static final int STATUS_AT = 4 + 8;
  private static final int DIALECT_AT = 4 + 64 + 4;

  private final ProbeRun run;
  private final Supplier<ByteBuf> request;

  SmbHandler(ProbeRun run, Supplier<ByteBuf> request) {
    this.run = run;
    this.request = request;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    context.writeAndFlush(request.get());
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    if (run.done()) {
      in.skipBytes(in.readableBytes());
      return;
    }
    if (in.readableBytes() < MAGIC_END) {
      return;
    }
    int start = in.readerIndex();
    int length = in.getInt(start);
    int magic = in.getInt(start + 4);
    if (length < MAGIC_END || length > MAX_MESSAGE) {
      run.ended(Cause.NOT_SMB, "the answer is not SMB");
    } else if (magic == SmbNegotiate.SMB1_MAGIC) {
      run.ended(Cause.SMB1_ONLY, "the server speaks SMB1 and nothing newer");
    } else if (magic != SmbNegotiate.SMB2_MAGIC) {
      run.ended(Cause.NOT_SMB, "the answer is not SMB");
    } else if (in.readableBytes() >= DIALECT_AT + 2) {
      int status = in.getIntLE(start + STATUS_AT);
      if (status == 0) {
        run.endedWell(SmbNegotiate.dialect(in.getUnsignedShortLE(start + DIALECT_AT)));
      } else {
        run.endedWell("SMB2, refused to negotiate with status 0x" + Integer.toHexString(status));
      }
    } else if (in.readableBytes() >= 4 + length) {
      run.ended(Cause.NOT_SMB, "an SMB2 answer that is cut short");
    }
  }
}
