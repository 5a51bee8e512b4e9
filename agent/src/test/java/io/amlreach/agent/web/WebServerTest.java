// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebServerTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private WebServer server;

  @BeforeEach
  void start() throws Exception {
    server = Servers.plain();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpRequest.Builder ask(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + server.address().getPort() + path));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  @Test
  void a_path_is_answered_by_its_resource() throws Exception {
    HttpResponse<byte[]> answer = send(ask("/"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).asString().isEqualTo("hello\n");
    assertThat(answer.headers().firstValue("content-length")).contains("6");
  }

  @Test
  void every_answer_tells_a_browser_to_be_careful() throws Exception {
    for (String path : new String[] {"/", "/nothing", "/do"}) {
      Map<String, List<String>> headers = send(ask(path)).headers().map();

      assertThat(headers)
          .containsEntry(
              "content-security-policy", List.of("default-src 'none'; frame-ancestors 'none'"))
          .containsEntry("x-content-type-options", List.of("nosniff"))
          .containsEntry("x-frame-options", List.of("DENY"))
          .containsEntry("referrer-policy", List.of("no-referrer"))
          .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
          .containsEntry("cache-control", List.of("no-store"))
          .containsKey("date")
          .doesNotContainKey("server");
    }
  }

  @Test
  void a_query_is_left_out_of_account() throws Exception {
    assertThat(send(ask("/?target=evil.example")).body()).asString().isEqualTo("hello\n");
  }

  @Test
  void a_path_is_taken_as_it_is_written() throws Exception {
    for (String path : new String[] {"//", "/%64o", "/x/../", "/./", "/long/", "/LONG"}) {
      assertThat(send(ask(path)).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void another_method_is_told_which_ones_there_are() throws Exception {
    HttpResponse<byte[]> posted = send(ask("/").POST(BodyPublishers.noBody()));
    HttpResponse<byte[]> read = send(ask("/do"));
    HttpResponse<byte[]> options = send(ask("/").method("OPTIONS", BodyPublishers.noBody()));

    assertThat(posted.statusCode()).isEqualTo(405);
    assertThat(posted.headers().firstValue("allow")).contains("GET, HEAD");
    assertThat(read.headers().firstValue("allow")).contains("POST");
    assertThat(options.statusCode()).isEqualTo(405);
  }

  @Test
  void head_has_the_length_and_no_body() throws Exception {
    try (Wire wire = Wire.to(server.address())) {
      String answer =
          wire.send("HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").rest();

      assertThat(answer)
          .startsWith("HTTP/1.1 200 OK\r\n")
          .containsIgnoringCase("content-length: 6\r\n")
          .endsWith("\r\n\r\n");
    }
  }

  @Test
  void a_long_answer_is_compressed_for_whoever_can_read_it() throws Exception {
    HttpResponse<byte[]> plain = send(ask("/long"));
    HttpResponse<byte[]> refused = send(ask("/long").header("Accept-Encoding", "gzip;q=0, br"));
    HttpResponse<byte[]> small = send(ask("/long").header("Accept-Encoding", "br, gzip;q=0.5"));

    assertThat(plain.body()).hasSize(10_000);
    assertThat(refused.body()).hasSize(10_000);
    assertThat(plain.headers().firstValue("vary")).contains("Accept-Encoding");
    assertThat(small.headers().firstValue("content-encoding")).contains("gzip");
    assertThat(small.body()).hasSizeLessThan(1000);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(small.body())).readAllBytes())
        .isEqualTo(plain.body());
  }

  @Test
  void requests_sent_at_once_are_answered_in_turn_on_one_connection() throws Exception {
    String get = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String post = "POST /do HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc";
    try (Wire wire = Wire.to(server.address())) {
      wire.send(get + post + get);

      assertThat(wire.answer()).endsWith("hello\n");
      assertThat(wire.answer()).endsWith("done\n");
      assertThat(wire.answer()).endsWith("hello\n");
      assertThat(wire.send(get).answer()).endsWith("hello\n");
    }
  }

  @Test
  void of_too_many_requests_sent_at_once_those_that_fit_are_answered() throws Exception {
    String get = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    int fit = 1 + 8; // the first, and those that wait
    try (Wire wire = Wire.to(server.address())) {
      wire.send(get.repeat(fit));
      for (int i = 0; i < fit; i++) {
        assertThat(wire.answer()).endsWith("hello\n").doesNotContainIgnoringCase("close");
      }
      assertThat(wire.send(get).answer()).endsWith("hello\n"); // none was too many

      wire.send(get.repeat(1000));
      for (int i = 1; i < fit; i++) {
        assertThat(wire.answer()).endsWith("hello\n").doesNotContainIgnoringCase("close");
      }
      assertThat(wire.answer()).endsWith("hello\n").containsIgnoringCase("connection: close\r\n");
      assertThat(wire.rest()).isEmpty();
    }
  }

  @Test
  void what_is_malformed_behind_too_many_requests_changes_nothing() throws Exception {
    String get = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (Wire wire = Wire.to(server.address())) {
      String all = wire.send(get.repeat(9) + "nonsense\r\n\r\n").rest();

      assertThat(all.split("hello\n", -1)).hasSize(1 + 9);
      assertThat(all).doesNotContain(" 400 ").endsWith("hello\n");
    }
  }

  @Test
  void a_whole_address_is_understood_and_its_host_counts() throws Exception {
    for (String request :
        new String[] {
          "GET http://localhost/ HTTP/1.1\r\nHost: localhost",
          "GET http://localhost HTTP/1.1\r\nHost: localhost",
          "GET HTTP://127.0.0.1:10911?a=b HTTP/1.1\r\nHost: evil.example",
          "GET http://[::1]:10911/?a=http://evil.example HTTP/1.1\r\nHost:",
          "GET http://localhost/ HTTP/1.0",
          "POST http://localhost/do HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://localhost"
        }) {
      assertThat(last(request)).as(request).contains(" 200 OK");
    }
    for (String request :
        new String[] {
          "GET http://evil.example/ HTTP/1.1\r\nHost: localhost",
          "GET http://evil.example/ HTTP/1.0\r\nHost: localhost",
          "GET http://localhost.evil.example:10911 HTTP/1.1\r\nHost: localhost"
        }) {
      assertThat(last(request)).as(request).contains(" 421 ").doesNotContain("evil");
    }
    assertThat(last("POST http://127.0.0.1/do HTTP/1.1\r\nHost: a\r\nOrigin: http://localhost"))
        .contains(" 403 ");
    assertThat(last("GET http://localhost/nothing HTTP/1.1\r\nHost: localhost")).contains(" 404 ");
  }

  private String last(String request) throws IOException {
    try (Wire wire = Wire.to(server.address())) {
      return wire.send(request + "\r\nConnection: close\r\n\r\n").rest();
    }
  }

  @Test
  void http_1_0_is_understood() throws Exception {
    try (Wire wire = Wire.to(server.address())) {
      assertThat(wire.send("GET / HTTP/1.0\r\n\r\n").rest())
          .contains(" 200 OK")
          .endsWith("hello\n");
    }
  }

  @Test
  void a_client_that_asks_before_it_sends_a_body_is_told_to_go_on() throws Exception {
    String head =
        "POST /do HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n";
    try (Wire wire = Wire.to(server.address())) {
      assertThat(wire.send(head).answer()).startsWith("HTTP/1.1 100 Continue");
      assertThat(wire.send("abc").answer()).endsWith("done\n");
    }
  }

  @Test
  void a_fault_shows_nothing_of_itself() throws Exception {
    Route broken =
        Route.reading(
            request -> {
              throw new IllegalStateException("/etc/amlreach/secret");
            });
    try (WebServer faulty =
            Servers.with(Servers.limits(8, 8, Duration.ofSeconds(30)), Map.of("/", broken));
        Wire wire = Wire.to(faulty.address())) {
      assertThat(wire.send("GET / HTTP/1.0\r\n\r\n").rest())
          .contains(" 500 ")
          .endsWith("A fault of amlreach; its log has the details.\n");
    }
  }

  @Test
  void what_a_client_has_already_is_not_sent_again() throws Exception {
    Reply tagged = new Reply(200, "text/plain", "abc".getBytes(UTF_8), Map.of("ETag", "W/\"one\""));
    try (WebServer tagging =
        Servers.with(
            Servers.limits(8, 8, Duration.ofSeconds(30)),
            Map.of("/", Route.reading(request -> tagged)))) {
      URI address = URI.create("http://127.0.0.1:" + tagging.address().getPort() + "/");

      HttpResponse<byte[]> first = send(HttpRequest.newBuilder(address));
      HttpResponse<byte[]> again =
          send(HttpRequest.newBuilder(address).header("If-None-Match", "\"zero\", \"one\""));
      HttpResponse<byte[]> other =
          send(HttpRequest.newBuilder(address).header("If-None-Match", "\"two\""));

      assertThat(first.headers().firstValue("cache-control")).contains("no-cache");
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(again.headers().firstValue("etag")).contains("W/\"one\"");
      assertThat(other.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void when_all_workers_are_busy_and_enough_wait_the_next_is_told_to_come_again() throws Exception {
    CompletableFuture<Reply> held = new CompletableFuture<>();
    Map<String, Route> routes = Map.of("/", Route.reading(request -> held.join()));
    int room = 2 + 8; // workers, and those who may wait
    Wire[] patient = new Wire[room];
    try (WebServer busy = Servers.with(Servers.limits(64, 64, Duration.ofSeconds(30)), routes)) {
      for (int i = 0; i < room; i++) {
        patient[i] = Wire.to(busy.address()).send("GET / HTTP/1.0\r\n\r\n");
        // answered by the event loop, so the request before it has been taken
        try (Wire other = Wire.to(busy.address())) {
          assertThat(other.send("GET /nothing HTTP/1.0\r\n\r\n").rest()).contains(" 404 ");
        }
      }
      try (Wire next = Wire.to(busy.address())) {
        assertThat(next.send("GET / HTTP/1.0\r\n\r\n").rest())
            .contains(" 503 ")
            .containsIgnoringCase("retry-after: 1");
      }
      held.complete(Reply.text(200, "at last"));
      for (Wire wire : patient) {
        assertThat(wire.rest()).endsWith("at last\n");
        wire.close();
      }
    }
  }

  @Test
  void a_foreign_name_that_leads_to_the_loopback_address_is_refused() throws Exception {
    for (String host :
        new String[] {"evil.example", "evil.example:10911", "127.0.0.1.evil.example"}) {
      assertThat(asHost(host)).as(host).contains(" 421 ").doesNotContain("evil");
    }
    for (String host : new String[] {"localhost:10911", "LOCALHOST", "127.0.0.1", "[::1]:10911"}) {
      assertThat(asHost(host)).as(host).contains(" 200 ");
    }
  }

  private String asHost(String host) throws IOException {
    try (Wire wire = Wire.to(server.address())) {
      return wire.send("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n").rest();
    }
  }

  @Test
  void an_address_in_use_is_told_and_leaves_nothing_behind() {
    assertThatThrownBy(() -> WebServer.start(server.address(), null, Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("in use");
  }

  @Test
  void closing_takes_its_connections_and_threads_along() throws Exception {
    Wire idle = Wire.to(server.address()).send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    idle.answer();
    Wire half = Wire.to(server.address()).send("GET / HT");

    long begin = System.nanoTime();
    server.close();

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    assertThat(idle.closed()).isTrue();
    assertThat(half.closed()).isTrue();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("amlreach-web")) {
        thread.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
    idle.close();
    half.close();
  }
}
