// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class ScriptTest {
  private static final byte[] HELLO = "hello".getBytes(US_ASCII);

  @Test
  void a_banner_comes_without_being_asked_for() throws Exception {
    String banner = "SSH-2.0-OpenSSH_9.2\r\n";
    try (var server = StubbornServer.start(Script.onConnect(Reply.text(banner)));
        var client = connected(server)) {
      assertThat(client.getInputStream().readNBytes(banner.length()))
          .isEqualTo(banner.getBytes(US_ASCII));
    }
  }

  @Test
  void silence_outlasts_the_client() throws Exception {
    try (var server = StubbornServer.start(Script.silence());
        var client = connected(server)) {
      client.getOutputStream().write(HELLO);
      client.setSoTimeout(100);
      assertThatThrownBy(() -> client.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void a_close_is_an_end_of_stream() throws Exception {
    try (var server = StubbornServer.start(Script.afterFirstBytes(Reply.nothing().thenClose()));
        var client = connected(server)) {
      client.getOutputStream().write(HELLO);
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void a_reset_is_a_reset() throws Exception {
    try (var server = StubbornServer.start(Script.afterFirstBytes(Reply.nothing().thenReset()));
        var client = connected(server)) {
      client.getOutputStream().write(HELLO);
      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void a_trickle_goes_on() throws Exception {
    try (var server = StubbornServer.start(Script.afterFirstBytes(Reply.text("x").thenTrickle()));
        var client = connected(server)) {
      client.getOutputStream().write(HELLO);
      assertThat(client.getInputStream().readNBytes(5)).isEqualTo("x    ".getBytes(US_ASCII));
    }
  }

  @Test
  void a_flood_is_more_than_any_client_should_keep() throws Exception {
    var reply = Reply.text("start").thenFlood("abc".getBytes(US_ASCII));
    try (var server = StubbornServer.start(Script.afterFirstBytes(reply));
        var client = connected(server)) {
      client.getOutputStream().write(HELLO);
      assertThat(client.getInputStream().readNBytes(11))
          .isEqualTo("startabcabc".getBytes(US_ASCII));
      client.getInputStream().skipNBytes(10_000_000);
    }
  }

  @Test
  void connections_are_counted_from_accept_to_end() throws Exception {
    try (var server = StubbornServer.start(Script.onConnect(Reply.text("x")))) {
      try (var client = connected(server)) {
        client.getInputStream().read();
        assertThat(server.connections().open()).isEqualTo(1);
      }
      server.connections().awaitNoneOpen();
      assertThat(server.connections().open()).isZero();
      assertThat(server.connections().accepted()).isEqualTo(1);
    }
  }

  @Test
  void a_closed_server_refuses() throws Exception {
    var server = StubbornServer.start(Script.silence());
    server.close();
    assertThatThrownBy(() -> connected(server)).isInstanceOf(ConnectException.class);
  }

  private static Socket connected(StubbornServer server) throws IOException {
    var socket = new Socket(server.address().getAddress(), server.address().getPort());
    socket.setSoTimeout(5_000);
    return socket;
  }
}
