// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A client that sends what it is told, right or wrong, and shows what comes back. */
final class Wire implements AutoCloseable {
  private static final int PATIENCE = 10_000;

  private final Socket socket;

  private Wire(Socket socket) {
    this.socket = socket;
  }

  static Wire to(InetSocketAddress server) throws IOException {
    Socket socket = new Socket();
    socket.setSoTimeout(PATIENCE);
    socket.connect(server, PATIENCE);
    return new Wire(socket);
  }

  /** A client that takes in little at a time. */
  static Wire narrow(InetSocketAddress server) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.setSoTimeout(PATIENCE);
    socket.connect(server, PATIENCE);
    return new Wire(socket);
  }

  static Wire over(Socket socket) throws IOException {
    socket.setSoTimeout(PATIENCE);
    return new Wire(socket);
  }

  Wire send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  /** All until the server closes. */
  String rest() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /** One answer with its body, for which it must have a length. */
  String answer() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) read());
    }
    String text = head.toString();
    int at = text.toLowerCase(Locale.ROOT).indexOf("content-length: ");
    int length =
        at < 0
            ? 0
            : Integer.parseInt(
                text.substring(at + "content-length: ".length(), text.indexOf('\r', at)));
    byte[] body = socket.getInputStream().readNBytes(length);
    return text + new String(body, StandardCharsets.ISO_8859_1);
  }

  /** Whether the server has closed, in a good way or not; waits for it. */
  boolean closed() {
    try {
      InputStream in = socket.getInputStream();
      while (in.read() >= 0) {
        // what is left
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Whether the server closes while a byte after the other is sent to it, and nothing read. */
  boolean brokenOff() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
    while (System.nanoTime() < end) {
      try {
        send("a");
      } catch (IOException e) {
        return true;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    return false;
  }

  private int read() throws IOException {
    int value = socket.getInputStream().read();
    if (value < 0) {
      throw new IOException("the server has closed");
    }
    return value;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
