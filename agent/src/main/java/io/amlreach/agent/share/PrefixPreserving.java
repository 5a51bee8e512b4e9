// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.share;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * Replaces private addresses so that they stay private, of the same kind, and together in subnets
 * as they were: two that share n leading bits still do, and no two become one. As Crypto-PAn does
 * it (Xu, Fan, Ammar and Moon, 2002), with HMAC in place of AES: whether a bit is turned depends on
 * the bits before it alone.
 */
final class PrefixPreserving {
  private final ShareKey key;

  PrefixPreserving(ShareKey key) {
    this.key = key;
  }

  InetAddress of(InetAddress address) {
    byte[] bytes = address.getAddress();
    byte[] replaced = bytes.clone();
    for (int bit = kept(address); bit < bytes.length * 8; bit++) {
      if ((key.digest(prefix(bytes, bit))[0] & 1) != 0) {
        replaced[bit / 8] ^= (byte) (0x80 >>> (bit % 8));
      }
    }
    try {
      return InetAddress.getByAddress(replaced);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("as long as an address", e);
    }
  }

  /** The bits that say what kind of private address it is. */
  private static int kept(InetAddress address) {
    int first = address.getAddress()[0] & 0xff;
    if (!(address instanceof Inet4Address)) {
      return address.isLinkLocalAddress() ? 64 : 8; // fe80::/64; fd00::/8
    }
    return switch (first) {
      case 10 -> 8;
      case 172 -> 12;
      case 100 -> 10;
      default -> 16; // 192.168.0.0/16 and 169.254.0.0/16
    };
  }

  /** The bits before this one, and how many they are. */
  private static byte[] prefix(byte[] bytes, int bit) {
    ByteBuffer prefix = ByteBuffer.allocate(4 + bytes.length).putInt(bit);
    for (int i = 0; i < bit; i++) {
      prefix.array()[4 + i / 8] |= (byte) (bytes[i / 8] & (0x80 >>> (i % 8)));
    }
    return prefix.array();
  }
}
