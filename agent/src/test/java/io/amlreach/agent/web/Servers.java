// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.amlreach.config.yaml.ProblemsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Servers on a free port of the loopback address. */
final class Servers {
  static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  static final Map<String, Route> HELLO =
      Map.of(
          "/", Route.reading(request -> Reply.text(200, "hello")),
          "/long",
              Route.reading(
                  request ->
                      Reply.of(
                          "text/plain",
                          "0123456789".repeat(1000).getBytes(StandardCharsets.US_ASCII))),
          "/do", Route.doing(request -> Reply.text(200, "done")));

  private Servers() {}

  static WebServer plain() throws IOException, ProblemsException {
    return WebServer.start(ANY_PORT, null, HELLO);
  }

  static WebServer with(Limits limits, Map<String, Route> routes)
      throws IOException, ProblemsException {
    return WebServer.start(ANY_PORT, null, routes, limits);
  }

  /** One that looks at its files with each request. */
  static WebServer configured(@Nullable Path file) throws IOException, ProblemsException {
    return WebServer.start(ANY_PORT, file, HELLO, limits(256, 64, Duration.ofSeconds(60)));
  }

  /** With one time for a request, an answer and between them, and a short queue. */
  static Limits limits(int connections, int perAddress, Duration time) {
    return limits(connections, perAddress, time, 8);
  }

  /** The same with this many requests that may wait. */
  static Limits limits(int connections, int perAddress, Duration time, int work) {
    return new Limits(
        connections,
        perAddress,
        time,
        time,
        time,
        time,
        4096,
        8192,
        1024,
        work,
        64L << 20,
        Duration.ZERO);
  }
}
