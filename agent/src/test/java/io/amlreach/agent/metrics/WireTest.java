// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WireTest {
  private static final byte[] ONE = {'x'};
  private static final byte[] MORE_THAN_ANY_BUFFER = new byte[64 << 20];

  private final Wire wire =
      new Wire(
          () -> {
            throw new IOException("nobody asked for https");
          },
          Duration.ofSeconds(1));

  private void send(URI to, byte[] body) throws IOException {
    wire.send("PUT", to, "text/plain", body, Map.of());
  }

  private void givesUp(URI to, byte[] body) {
    long start = System.nanoTime();
    assertThatThrownBy(() -> send(to, body)).hasMessage("no whole answer within 1 s");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void an_answer_that_drips_takes_no_longer_than_there_is_patience() throws IOException {
    try (OddReceiver receiver = OddReceiver.dripping()) {
      givesUp(receiver.at("/"), ONE);
    }
  }

  @Test
  void nor_does_a_receiver_that_takes_no_body() throws IOException {
    try (OddReceiver receiver = OddReceiver.deaf()) {
      givesUp(receiver.at("/"), MORE_THAN_ANY_BUFFER);
    }
  }

  @Test
  void nor_does_one_that_says_nothing_where_tls_is_expected() throws IOException {
    Wire secured = new Wire(() -> PushTrust.of(List.of()), Duration.ofSeconds(1));
    try (OddReceiver receiver = OddReceiver.deaf()) {
      URI https = URI.create(receiver.at("/").toString().replace("http:", "https:"));
      assertThatThrownBy(() -> secured.send("PUT", https, "text/plain", ONE, Map.of()))
          .hasMessage("no whole answer within 1 s");
    }
  }

  @Test
  void a_receiver_that_closes_after_its_answer_gets_every_push() throws IOException {
    try (OddReceiver receiver = OddReceiver.leaving()) {
      for (int i = 1; i <= 6; i++) {
        send(receiver.at("/"), ONE);
        assertThat(receiver.connections()).isEqualTo(i);
      }
    }
  }

  @Test
  void headers_of_the_operator_go_along_and_what_frames_the_request_stays_ours() throws Exception {
    try (Listening listening = new Listening()) {
      listening.answers("/a%20b", 204);
      URI to = listening.at("/a%20b?c=d");
      Map<String, String> headers =
          Map.of("Authorization", "t1", "connection", "keep-alive", "Content-length", "7");
      wire.send("PUT", to, "text/plain", ONE, headers);
      Listening.Sent sent = listening.received("/a%20b").get(0);
      assertThat(sent.text()).isEqualTo("x");
      assertThat(sent.headers().get("Connection")).containsExactly("close");
      assertThat(sent.headers().get("Host")).containsExactly(to.getAuthority());
      assertThat(sent.headers().get("Authorization")).containsExactly("t1");
    }
  }
}
