// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import java.security.InvalidKeyException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Puts the keys of older tools ({@code BEGIN RSA PRIVATE KEY}, {@code BEGIN EC PRIVATE KEY}) into
 * the envelope of PKCS #8, the only form that Java reads: version, algorithm, key.
 */
final class Der {
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final int CURVE = 0xA0;
  private static final int OBJECT_ID = 0x06;

  private static final byte[] VERSION = HexFormat.of().parseHex("020100");

  /** rsaEncryption, with the NULL that belongs to it. */
  private static final byte[] RSA = HexFormat.of().parseHex("06092a864886f70d0101010500");

  /** ecPublicKey; the curve follows. */
  private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

  private Der() {}

  static byte[] rsa(byte[] pkcs1) {
    return envelope(RSA, pkcs1);
  }

  /**
   * The same for a curve.
   *
   * @throws InvalidKeyException when the key does not name its curve
   */
  static byte[] ec(byte[] sec1) throws InvalidKeyException {
    for (int at = 0; at + 4 < sec1.length; at++) {
      int length = sec1[at + 1];
      boolean curve =
          (sec1[at] & 0xFF) == CURVE
              && sec1[at + 2] == OBJECT_ID
              && length == sec1[at + 3] + 2
              && length > 2
              && at + 2 + length <= sec1.length;
      if (curve) {
        byte[] name = Arrays.copyOfRange(sec1, at + 2, at + 2 + length);
        return envelope(join(EC, name), sec1);
      }
    }
    throw new InvalidKeyException("no named curve");
  }

  private static byte[] envelope(byte[] algorithm, byte[] key) {
    return tagged(SEQUENCE, join(join(VERSION, tagged(SEQUENCE, algorithm)), tagged(OCTETS, key)));
  }

  private static byte[] tagged(int tag, byte[] content) {
    int length = content.length;
    byte[] head =
        length < 0x80
            ? new byte[] {(byte) tag, (byte) length}
            : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
    return join(head, content);
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
