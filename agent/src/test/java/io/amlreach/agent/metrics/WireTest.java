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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\n\r\nfullnot this",
        "HTTP/1.0 503 x\r\n\r\nfull",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 503 x\r\n\r\n full\n",
        "HTTP/1.1 503 x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nfu\r\n2\r\nll\r\n0\r\n\r\n"
      })
  void an_error_is_told_in_the_words_of_the_receiver(String said) throws IOException {
    refuses(said, "it answers 503: full");
  }

  @Test
  void of_a_long_text_the_beginning_is_enough() throws IOException {
    refuses("HTTP/1.1 500 x\r\n\r\n" + "x".repeat(9000), "it answers 500: " + "x".repeat(300));
  }

  @Test
  void a_redirect_is_not_followed() throws IOException {
    refuses("HTTP/1.1 302 x\r\nLocation: /\r\nContent-Length: 0\r\n\r\n", "it answers 302");
  }

  @Test
  void what_is_no_answer_is_told_as_what_it_is() throws IOException {
    refuses("", "it closes the connection without an answer in HTTP");
    refuses("SSH-2.0-x\r\n", "it does not answer in HTTP/1.1");
    refuses("HTTP/1.1 200 OK\r\na: " + "x".repeat(9000), "it does not answer in HTTP/1.1");
  }

  private void refuses(String said, String reason) throws IOException {
    try (OddReceiver receiver = OddReceiver.saying(said)) {
      assertThatThrownBy(() -> send(receiver.at("/"), ONE)).hasMessage(reason);
    }
  }
}
