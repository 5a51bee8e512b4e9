// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.smb;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** The bytes of an SMB2 NEGOTIATE response (MS-SMB2, sections 2.2.1.2 and 2.2.4). */
final class NegotiateResponse {
  private static final int STATUS_SUCCESS = 0;
  private static final int STATUS_NOT_SUPPORTED = 0xc00000bb;
  private static final int HEADER = 64;
  private static final int FIXED_PART = 64;
  private static final int SIGNING_ENABLED = 1;
  private static final int MEBIBYTE = 1 << 20;
  // 2026-01-01T00:00:00Z in units of 100 ns since 1601
  private static final long SERVER_TIME = 134_116_992_000_000_000L;

  private NegotiateResponse() {}

  static ByteBuf choosing(SmbDialect dialect) {
    boolean contexts = dialect == SmbDialect.SMB_3_1_1;
    ByteBuf body = header(STATUS_SUCCESS);
    body.writeShortLE(FIXED_PART + 1);
    body.writeShortLE(SIGNING_ENABLED);
    body.writeShortLE(dialect.code());
    body.writeShortLE(contexts ? 1 : 0);
    body.writeBytes("amlreach lab srv".getBytes(StandardCharsets.US_ASCII));
    body.writeIntLE(0); // capabilities
    body.writeIntLE(MEBIBYTE);
    body.writeIntLE(MEBIBYTE);
    body.writeIntLE(MEBIBYTE);
    body.writeLongLE(SERVER_TIME);
    body.writeLongLE(0); // start time: zero, as newer servers do
    body.writeShortLE(HEADER + FIXED_PART);
    body.writeShortLE(0); // no security blob: the client picks its mechanism
    body.writeIntLE(contexts ? HEADER + FIXED_PART : 0);
    if (contexts) {
      preauthIntegrity(body);
    }
    return framed(body);
  }

  static ByteBuf notSupported() {
    ByteBuf body = header(STATUS_NOT_SUPPORTED);
    body.writeShortLE(9); // structure size of an error response
    body.writeZero(7);
    return framed(body);
  }

  private static ByteBuf header(int status) {
    ByteBuf header = Unpooled.buffer(256);
    header.writeInt(0xfe534d42);
    header.writeShortLE(HEADER);
    header.writeShortLE(0); // credit charge
    header.writeIntLE(status);
    header.writeShortLE(0); // command: NEGOTIATE
    header.writeShortLE(1); // credits granted
    header.writeIntLE(1); // flags: from the server
    header.writeZero(HEADER - header.writerIndex());
    return header;
  }

  /** The one context that 3.1.1 demands: SHA-512 with a salt. */
  private static void preauthIntegrity(ByteBuf body) {
    int saltLength = 32;
    body.writeShortLE(1); // type
    body.writeShortLE(6 + saltLength);
    body.writeIntLE(0);
    body.writeShortLE(1); // one algorithm
    body.writeShortLE(saltLength);
    body.writeShortLE(1); // SHA-512
    body.writeZero(saltLength);
  }

  private static ByteBuf framed(ByteBuf body) {
    ByteBuf length = Unpooled.buffer(4).writeInt(body.readableBytes());
    return Unpooled.wrappedBuffer(length, body);
  }
}
