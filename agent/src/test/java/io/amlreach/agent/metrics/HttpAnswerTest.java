// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAnswerTest {
  private static HttpAnswer read(String text) throws IOException {
    return HttpAnswer.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\n\r\nfullnot this",
        "HTTP/1.1 503\nContent-Type: text/plain\n\n full\n",
        "HTTP/1.0 503 \r\n\r\nfull",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 503 x\r\n\r\nfull",
        "HTTP/1.1 503 x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nfu\r\n2;a=b\r\nll\r\n0\r\n\r\n",
        "HTTP/1.1 503 x\r\nTRANSFER-ENCODING:Chunked\r\n\r\n2\r\nfu\r\n2\r\nll"
      })
  void an_error_is_told_in_the_words_of_the_receiver(String text) throws IOException {
    assertThat(read(text)).isEqualTo(new HttpAnswer(503, "full"));
  }

  @Test
  void of_a_long_text_the_beginning_is_enough() throws IOException {
    String many = "x".repeat(1000);
    assertThat(read("HTTP/1.1 500 x\r\n\r\n" + many).text()).hasSize(300);
    String chunk = "HTTP/1.1 500 x\r\nTransfer-Encoding: chunked\r\n\r\n3E8\r\n" + many;
    assertThat(read(chunk).text()).hasSize(300);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\nall is well"
      })
  void of_a_success_nothing_more_is_read(String text) throws IOException {
    assertThat(read(text)).isEqualTo(new HttpAnswer(200, ""));
  }

  @Test
  void what_is_no_answer_is_told_as_what_it_is() {
    assertThatThrownBy(() -> read("")).hasMessage("it closes the connection without an answer");
    assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nA: b"))
        .hasMessage("it closes the connection in the middle of its answer");
    assertThatThrownBy(() -> read("SSH-2.0-x\r\n")).hasMessage("it does not answer in HTTP/1.1");
    assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\n" + "a: b\r\n".repeat(201)))
        .hasMessage("its answer has too many headers");
    assertThatThrownBy(() -> read("HTTP/1.1 100 x\r\n\r\n".repeat(202)))
        .hasMessage("its answer has too many headers");
    assertThatThrownBy(() -> read("x".repeat(9000)))
        .hasMessage("its answer has a line that is too long");
  }
}
