// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no proper request is answered once, and the connection closed. */
class MalformedRequestsTest {
  private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n";
  private static final String POST = "POST /do HTTP/1.1\r\nHost: localhost\r\n";
  private static final String SMUGGLED = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private static WebServer server;

  @BeforeAll
  static void start() throws Exception {
    server = Servers.plain();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Arguments> requests() {
    String chunked = "Transfer-Encoding: chunked\r\n";
    return Stream.of(
        Arguments.of(
            "two lengths",
            400,
            POST + "Content-Length: 4\r\n" + chunked + "\r\n0\r\n\r\n" + SMUGGLED),
        Arguments.of(
            "two lengths, the other way round",
            400,
            POST + chunked + "Content-Length: 4\r\n\r\n0\r\n\r\n" + SMUGGLED),
        Arguments.of(
            "Content-Length twice",
            400,
            POST + "Content-Length: 0\r\nContent-Length: 40\r\n\r\n" + SMUGGLED),
        Arguments.of("a negative length", 400, POST + "Content-Length: -1\r\n\r\n" + SMUGGLED),
        Arguments.of("a length with a sign", 400, POST + "Content-Length: +3\r\n\r\nabc"),
        Arguments.of(
            "another coding", 400, POST + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
        Arguments.of("chunked twice", 400, POST + chunked + chunked + "\r\n0\r\n\r\n" + SMUGGLED),
        Arguments.of("a chunk of no size", 400, POST + chunked + "\r\nzz\r\nabc\r\n0\r\n\r\n"),
        Arguments.of("a chunk that goes on", 400, POST + chunked + "\r\n1\r\nabc\r\n0\r\n\r\n"),
        Arguments.of("a folded header", 400, GET + "X-Long: a\r\n b\r\n\r\n"),
        Arguments.of("a blank before the colon", 400, GET + "X-Odd : a\r\n\r\n"),
        Arguments.of("a header without a colon", 400, GET + "nonsense\r\n\r\n"),
        Arguments.of("a zero byte", 400, GET + "X-Zero: a\0b\r\n\r\n"),
        Arguments.of("no host", 400, "GET / HTTP/1.1\r\n\r\n"),
        Arguments.of("two hosts", 400, GET + "Host: localhost\r\n\r\n"),
        Arguments.of("an address of another scheme", 400, to("ftp://localhost/")),
        Arguments.of("an address with a user", 400, to("http://a@localhost/")),
        Arguments.of("an address with a user and a port", 400, to("http://a:b@localhost:1/")),
        Arguments.of("an address without a host", 400, to("http:///")),
        Arguments.of("an address with a backslash", 400, to("http://localhost\\@evil.example/")),
        Arguments.of("an address with a fragment", 400, to("http://localhost/#a")),
        Arguments.of("an address that lacks its slashes", 400, to("http:localhost/")),
        Arguments.of("an address for CONNECT", 400, to("localhost:443")),
        Arguments.of("https without TLS", 421, to("https://localhost/")),
        Arguments.of("an absolute address and no host", 400, "GET http://a/ HTTP/1.1\r\n\r\n"),
        Arguments.of("no address", 400, "GET HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        Arguments.of("no HTTP", 400, "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n"),
        Arguments.of("another version", 505, "GET / HTTP/3.7\r\nHost: localhost\r\n\r\n"),
        Arguments.of("HTTP/2", 505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        Arguments.of("another expectation", 417, GET + "Expect: miracles\r\n\r\n"),
        Arguments.of("a huge address", 414, "GET /" + "a".repeat(9000) + " HTTP/1.1\r\n\r\n"),
        Arguments.of("a huge header", 431, GET + "X-Long: " + "a".repeat(9000) + "\r\n\r\n"),
        Arguments.of("many headers", 431, GET + "X-Many: a\r\n".repeat(5000) + "\r\n"),
        Arguments.of("a large body", 413, POST + "Content-Length: 1025\r\n\r\n" + "a".repeat(9)),
        Arguments.of(
            "a large body in chunks",
            413,
            POST + chunked + "\r\n" + "400\r\n" + "a".repeat(1024) + "\r\n1\r\na\r\n"));
  }

  private static String to(String target) {
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void is_refused_and_the_connection_closed(String name, int status, String request)
      throws Exception {
    try (Wire wire = Wire.to(server.address())) {
      String all = wire.send(request).rest();

      assertThat(all).startsWith("HTTP/1.1 " + status + " ").containsOnlyOnce("HTTP/1.1");
      assertThat(all).containsIgnoringCase("connection: close").contains("nosniff");
    }
  }
}
