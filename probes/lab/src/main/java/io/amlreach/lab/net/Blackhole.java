// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * An address whose port answers no SYN, as a dropping firewall does, without any privilege: a
 * listener that never accepts and whose queue has been filled, so that the kernel drops whatever
 * else knocks.
 */
public final class Blackhole implements AutoCloseable {
  private static final int ATTEMPTS = 64;
  private static final int PATIENCE_MILLIS = 50;

  private final ServerSocket listener;
  private final List<Socket> fill = new ArrayList<>();

  private Blackhole(ServerSocket listener) {
    this.listener = listener;
  }

  /** Returns when a connect has gone unanswered for 50 ms, which on loopback proves the silence. */
  public static Blackhole open() {
    try {
      var hole = new Blackhole(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      hole.fillUp();
      return hole;
    } catch (IOException e) {
      throw new UncheckedIOException("no black hole on this machine", e);
    }
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  private void fillUp() throws IOException {
    for (int i = 0; i < ATTEMPTS; i++) {
      Socket socket = new Socket();
      fill.add(socket);
      try {
        socket.connect(address(), PATIENCE_MILLIS);
      } catch (SocketTimeoutException full) {
        return;
      }
    }
    close();
    throw new IOException("the queue of a listener took " + ATTEMPTS + " connections");
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : fill) {
      socket.close();
    }
    listener.close();
  }
}
