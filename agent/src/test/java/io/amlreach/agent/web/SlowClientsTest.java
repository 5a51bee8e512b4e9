// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlowClientsTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private final List<Wire> wires = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (Wire wire : wires) {
      wire.close();
    }
  }

  private Wire open(WebServer server) throws Exception {
    Wire wire = Wire.to(server.address());
    wires.add(wire);
    return wire;
  }

  @Test
  void two_hundred_that_never_end_their_requests_lock_nobody_out() throws Exception {
    try (WebServer server = Servers.with(Servers.limits(256, 64, LONG), Servers.HELLO)) {
      Wire regular = open(server);
      assertThat(regular.send(GET).answer()).endsWith("hello\n");
      for (int i = 0; i < 200; i++) {
        open(server).send(i % 2 == 0 ? "" : "GET / HTTP/1.1\r\nHost: local");
      }

      long begin = System.nanoTime();
      assertThat(open(server).send(GET).answer()).endsWith("hello\n");
      assertThat(regular.send(GET).answer()).endsWith("hello\n");

      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
      assertThat(wires.get(1).closed()).as("the slowest has made room").isTrue();
    }
  }

  @Test
  void two_hundred_that_never_take_their_answers_lock_nobody_out() throws Exception {
    byte[] large = new byte[4 << 20];
    Map<String, Route> routes =
        Map.of(
            "/large", Route.reading(request -> Reply.of("a/b", large)),
            "/", Route.reading(request -> Reply.text(200, "hello")));
    try (WebServer server = Servers.with(Servers.limits(256, 64, LONG, 256), routes)) {
      for (int i = 0; i < 200; i++) {
        Wire narrow = Wire.narrow(server.address());
        wires.add(narrow);
        narrow.send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
      }

      assertThat(open(server).send(GET).answer()).contains(" 200 ").endsWith("hello\n");
    }
  }

  @Test
  void a_request_has_its_time_however_steadily_it_trickles() throws Exception {
    Limits limits = Servers.limits(8, 8, SHORT);
    try (WebServer server = Servers.with(limits, Servers.HELLO)) {
      Wire wire = open(server);

      assertThat(wire.brokenOff()).isTrue();
    }
  }

  @Test
  void an_answer_has_its_time() throws Exception {
    byte[] large = new byte[16 << 20];
    Map<String, Route> routes = Map.of("/", Route.reading(request -> Reply.of("a/b", large)));
    try (WebServer server = Servers.with(Servers.limits(8, 8, SHORT), routes)) {
      Wire narrow = Wire.narrow(server.address());
      wires.add(narrow);
      narrow.send(GET);

      assertThat(narrow.brokenOff()).isTrue();
    }
  }

  @Test
  void a_connection_without_requests_is_closed_after_a_while() throws Exception {
    try (WebServer server = Servers.with(Servers.limits(8, 8, SHORT), Servers.HELLO)) {
      Wire wire = open(server);
      assertThat(wire.send(GET).answer()).endsWith("hello\n");
      assertThat(wire.closed()).isTrue();
    }
  }

  @Test
  void all_together_the_limit_of_everybody_counts() throws Exception {
    try (WebServer server = Servers.with(Servers.limits(4, 64, LONG), Servers.HELLO)) {
      Wire first = open(server);
      for (int i = 0; i < 4; i++) {
        open(server);
      }

      assertThat(first.closed()).isTrue();
      assertThat(open(server).send(GET).answer()).endsWith("hello\n");
    }
  }

  @Test
  void nothing_is_left_open_by_a_server_that_is_closed() throws Exception {
    crowd();
    long before = sockets();
    crowd();

    assertThat(sockets()).isLessThanOrEqualTo(before);
  }

  private static void crowd() throws Exception {
    List<Wire> crowd = new ArrayList<>();
    try (WebServer server = Servers.with(Servers.limits(256, 64, LONG), Servers.HELLO)) {
      for (int i = 0; i < 50; i++) {
        crowd.add(Wire.to(server.address()).send(GET));
        crowd.get(i).answer();
      }
    }
    for (Wire wire : crowd) {
      assertThat(wire.closed()).isTrue();
      wire.close();
    }
  }

  private static long sockets() throws Exception {
    long count = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path file : files) {
        count += Files.isSymbolicLink(file) && target(file).startsWith("socket:") ? 1 : 0;
      }
    }
    return count;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return ""; // closed since it was listed
    }
  }
}
