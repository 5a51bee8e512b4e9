// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.world;

import java.net.InetSocketAddress;

/** What is behind one address: for each of its ports the socket on this machine. */
@FunctionalInterface
public interface Place {
  InetSocketAddress at(int port);

  /** The same socket behind every port. */
  static Place anyPort(InetSocketAddress socket) {
    return port -> socket;
  }

  /** The same place but for one port. */
  default Place except(int other, InetSocketAddress socket) {
    return port -> port == other ? socket : at(port);
  }
}
