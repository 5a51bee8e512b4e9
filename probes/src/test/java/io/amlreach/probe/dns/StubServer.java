// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.Message;

/** A real socket on the loopback that answers each message as the test says. */
final class StubServer implements AutoCloseable {
  /** What is sent for a query: any number of messages. */
  @FunctionalInterface
  interface Script {
    List<byte[]> replies(Message query) throws IOException;

    static Script silence() {
      return query -> List.of();
    }
  }

  final AtomicInteger received = new AtomicInteger();
  final AtomicInteger connections = new AtomicInteger();
  private final DatagramSocket udp;
  private final ServerSocket tcp;

  private StubServer(DatagramSocket udp, ServerSocket tcp) {
    this.udp = udp;
    this.tcp = tcp;
  }

  /** UDP only: TCP to the same port is refused. */
  static StubServer udp(Script script) throws IOException {
    StubServer server =
        new StubServer(
            new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
            new ServerSocket());
    server.run(() -> server.serveUdp(script));
    return server;
  }

  static StubServer udpAndTcp(Script overUdp, Script overTcp) throws IOException {
    ServerSocket tcp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    StubServer server = new StubServer(new DatagramSocket(tcp.getLocalSocketAddress()), tcp);
    server.run(() -> server.serveUdp(overUdp));
    server.run(() -> server.serveTcp(overTcp));
    return server;
  }

  InetSocketAddress address() {
    return new InetSocketAddress(udp.getLocalAddress(), udp.getLocalPort());
  }

  /** An address on which nobody listens. */
  static InetSocketAddress nobody() throws IOException {
    try (StubServer gone = udp(Script.silence())) {
      return gone.address();
    }
  }

  private interface Serving {
    void run() throws IOException;
  }

  private void run(Serving serving) {
    Thread thread =
        new Thread(
            () -> {
              try {
                serving.run();
              } catch (SocketException e) {
                // closed: the test is over
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            },
            "stub-dns");
    thread.setDaemon(true);
    thread.start();
  }

  private void serveUdp(Script script) throws IOException {
    udp.setReceiveBufferSize(1 << 20);
    byte[] buffer = new byte[65_535];
    while (!udp.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      udp.receive(packet);
      received.incrementAndGet();
      byte[] query = Arrays.copyOf(buffer, packet.getLength());
      for (byte[] reply : script.replies(new Message(query))) {
        udp.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
      }
    }
  }

  private void serveTcp(Script script) throws IOException {
    while (!tcp.isClosed()) {
      try (Socket socket = tcp.accept()) {
        connections.incrementAndGet();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        Message query = new Message(in.readNBytes(in.readUnsignedShort()));
        for (byte[] reply : script.replies(query)) {
          out.writeShort(reply.length);
          out.write(reply);
        }
        out.flush();
        in.read(); // until the other side has gone
      } catch (EOFException e) {
        // the other side has gone early
      }
    }
  }

  @Override
  public void close() throws IOException {
    udp.close();
    tcp.close();
  }
}
