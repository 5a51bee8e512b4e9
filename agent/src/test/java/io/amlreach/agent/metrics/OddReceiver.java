// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A receiver that does with each connection what no library would do, for tests. */
final class OddReceiver implements AutoCloseable {
  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Socket> taken = new CopyOnWriteArrayList<>();

  /** What it does with a connection. */
  @FunctionalInterface
  interface Manners {
    void meet(Socket socket) throws IOException;
  }

  private OddReceiver(Manners manners) throws IOException {
    threads.execute(() -> accept(manners));
  }

  /** Nothing is read and nothing said. */
  static OddReceiver deaf() throws IOException {
    return new OddReceiver(socket -> {});
  }

  /** Answers a byte every 20 ms, for ever. */
  static OddReceiver dripping() throws IOException {
    return new OddReceiver(
        socket -> {
          for (byte each : "HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII)) {
            drip(socket, each);
          }
          while (!socket.isClosed()) {
            drip(socket, 'x');
          }
        });
  }

  private static void drip(Socket socket, int one) throws IOException {
    socket.getOutputStream().write(one);
    LockSupport.parkNanos(20_000_000);
  }

  /** Answers as if it would stay, and goes; who sends again on that connection is cut off. */
  static OddReceiver leaving() throws IOException {
    return new OddReceiver(socket -> say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
  }

  /** Says this to every request, and closes. */
  static OddReceiver saying(String answer) throws IOException {
    return new OddReceiver(socket -> say(socket, answer));
  }

  private static void say(Socket socket, String answer) throws IOException {
    InputStream in = socket.getInputStream();
    int ends = 0;
    while (ends < 4) {
      int next = in.read();
      ends = next == '\r' || next == '\n' ? ends + 1 : 0;
    }
    in.readNBytes(1); // the body of the tests
    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    socket.close();
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort() + path);
  }

  /** Connections so far. */
  int connections() {
    return taken.size();
  }

  private void accept(Manners manners) {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        taken.add(socket);
        threads.execute(() -> meet(manners, socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void meet(Manners manners, Socket socket) {
    try {
      manners.meet(socket);
    } catch (IOException gone) {
      // what the other side does is what the test is about
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : taken) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
