// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.junit.jupiter.api.Test;

class DeadEndsTest {
  @Test
  void a_black_hole_answers_nobody_however_often_it_is_asked() throws Exception {
    try (var hole = Blackhole.open()) {
      for (int i = 0; i < 20; i++) {
        assertThatThrownBy(() -> connect(hole.address(), 30))
            .isInstanceOf(SocketTimeoutException.class);
      }
    }
  }

  @Test
  void a_closed_port_refuses() {
    assertThatThrownBy(() -> connect(DeadEnds.refusing(), 1_000))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void an_address_without_a_route_is_unreachable_at_once() {
    assertThatThrownBy(() -> connect(DeadEnds.unreachable(), 1_000))
        .isInstanceOf(SocketException.class)
        .isNotInstanceOf(ConnectException.class)
        .hasMessageContaining("unreachable");
  }

  @Test
  void a_datagram_to_a_closed_port_comes_back_as_unreachable() throws Exception {
    try (var channel = DatagramChannel.open()) {
      channel.connect(DeadEnds.refusing());
      channel.socket().setSoTimeout(1_000);
      channel.write(ByteBuffer.wrap(new byte[] {1}));
      assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1)))
          .isInstanceOf(PortUnreachableException.class);
    }
  }

  @Test
  void a_silent_udp_port_takes_datagrams() throws Exception {
    try (var loop = LabLoop.start();
        var server = UdpServer.silent(loop);
        var channel = DatagramChannel.open()) {
      channel.connect(server.address());
      assertThat(channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}))).isEqualTo(3);
    }
  }

  private static void connect(InetSocketAddress address, int timeoutMillis) throws Exception {
    try (var socket = new Socket()) {
      socket.connect(address, timeoutMillis);
    }
  }
}
