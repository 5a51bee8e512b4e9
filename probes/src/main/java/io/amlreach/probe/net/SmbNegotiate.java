// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The NEGOTIATE requests of SMB2 ([MS-SMB2] 2.2.3) and SMB1 ([MS-CIFS] 2.2.4.52), and what an
 * answer says. No credentials, no session: a server answers a NEGOTIATE to anybody.
 */
final class SmbNegotiate {
  static final int SMB2_MAGIC = 0xFE534D42;
  static final int SMB1_MAGIC = 0xFF534D42;

  private static final int HEADER = 64;
  private static final short[] DIALECTS = {0x0202, 0x0210, 0x0300, 0x0302, 0x0311};
  private static final int SALT = 32;
  private static final int GUID = 16;

  private SmbNegotiate() {}

  /** SMB2 NEGOTIATE for 2.0.2 to 3.1.1, with the direct-TCP length before it. */
  static ByteBuf smb2() {
    ByteBuf out = Unpooled.directBuffer(256);
    out.writeInt(0); // length, filled in below
    out.writeInt(SMB2_MAGIC).writeShortLE(HEADER);
    out.writeZero(HEADER - 6); // command 0 is NEGOTIATE; no credits, flags, ids or signature yet
    out.writeShortLE(36); // StructureSize
    out.writeShortLE(DIALECTS.length);
    out.writeShortLE(1); // signing enabled
    out.writeShortLE(0);
    out.writeIntLE(0x7f); // capabilities: all that a 3.1.1 client may have
    out.writeBytes(random(GUID));
    int contextOffsetAt = out.writerIndex();
    out.writeIntLE(0).writeShortLE(2).writeShortLE(0);
    for (short dialect : DIALECTS) {
      out.writeShortLE(dialect);
    }
    align(out);
    out.setIntLE(contextOffsetAt, out.writerIndex() - 4);
    out.writeShortLE(1).writeShortLE(6 + SALT).writeIntLE(0); // preauthentication integrity
    out.writeShortLE(1).writeShortLE(SALT).writeShortLE(1).writeBytes(random(SALT)); // SHA-512
    align(out);
    out.writeShortLE(2).writeShortLE(6).writeIntLE(0); // encryption
    out.writeShortLE(2).writeShortLE(2).writeShortLE(1); // AES-128-GCM, AES-128-CCM
    return out.setInt(0, out.writerIndex() - 4);
  }

  /**
   * SMB1 NEGOTIATE that offers nothing but SMB1: only to learn whether a server knows no better.
   */
  static ByteBuf smb1() {
    byte[] dialect = "NT LM 0.12".getBytes(StandardCharsets.US_ASCII);
    ByteBuf out = Unpooled.directBuffer(64);
    out.writeInt(0);
    out.writeInt(SMB1_MAGIC).writeByte(0x72); // SMB_COM_NEGOTIATE
    out.writeIntLE(0).writeByte(0x18).writeShortLE(0xc801);
    out.writeZero(12).writeShortLE(0).writeShortLE(0xfeff).writeShortLE(0).writeShortLE(0);
    out.writeByte(0); // no parameter words
    out.writeShortLE(dialect.length + 2).writeByte(2).writeBytes(dialect).writeByte(0);
    return out.setInt(0, out.writerIndex() - 4);
  }

  /** Such as "SMB 3.1.1". */
  static String dialect(int revision) {
    return switch (revision) {
      case 0x0202 -> "SMB 2.0.2";
      case 0x0210 -> "SMB 2.1";
      case 0x0300 -> "SMB 3.0";
      case 0x0302 -> "SMB 3.0.2";
      case 0x0311 -> "SMB 3.1.1";
      default -> String.format(Locale.ROOT, "SMB dialect 0x%04x", revision);
    };
  }

  private static void align(ByteBuf out) {
    while ((out.writerIndex() - 4) % 8 != 0) {
      out.writeByte(0);
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    ThreadLocalRandom.current().nextBytes(bytes);
    return bytes;
  }
}
