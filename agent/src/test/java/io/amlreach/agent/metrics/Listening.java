// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server that answers as it is told and keeps what it was sent, for tests. */
final class Listening implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<Sent> sent = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);

  record Answer(int status, String body, String location, boolean never) {}

  record Sent(String method, String path, Headers headers, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  Listening() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  void answers(String path, int status) {
    answers.put(path, new Answer(status, "", "", false));
  }

  void refuses(String path, int status, String body) {
    answers.put(path, new Answer(status, body, "", false));
  }

  void redirects(String path, String location) {
    answers.put(path, new Answer(307, "", location, false));
  }

  void keepsSilent(String path) {
    answers.put(path, new Answer(200, "", "", true));
  }

  List<Sent> received(String path) {
    return sent.stream().filter(one -> one.path.equals(path)).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath();
      byte[] body = exchange.getRequestBody().readAllBytes();
      sent.add(new Sent(exchange.getRequestMethod(), path, exchange.getRequestHeaders(), body));
      Answer answer = answers.getOrDefault(path, new Answer(404, "", "", false));
      if (answer.never) {
        over.await();
        return;
      }
      if (!answer.location.isEmpty()) {
        exchange.getResponseHeaders().add("Location", answer.location);
      }
      byte[] said = answer.body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status, said.length == 0 ? -1 : said.length);
      if (said.length > 0) {
        exchange.getResponseBody().write(said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
