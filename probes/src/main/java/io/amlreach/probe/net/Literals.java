// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.netty.util.NetUtil;

/** Address literals, recognised without any look-up. */
final class Literals {
  private Literals() {}

  static boolean isAddress(String host) {
    return NetUtil.isValidIpV4Address(host) || NetUtil.isValidIpV6Address(host);
  }
}
