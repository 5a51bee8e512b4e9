// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides who gets which answer: first whether he may ask, then whether there is such a path, then
 * the resource has its say, on a worker.
 */
final class Desk {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  private final Map<String, Route> routes;
  private final ProtectionFile protection;
  private final Passwords passwords;
  private final Executor workers;
  private final boolean loopback;

  /**
   * A desk.
   *
   * @param loopback whether only this host can reach us
   */
  Desk(
      Map<String, Route> routes,
      ProtectionFile protection,
      Passwords passwords,
      Executor workers,
      boolean loopback) {
    this.routes = Map.copyOf(routes);
    this.protection = protection;
    this.passwords = passwords;
    this.workers = workers;
    this.loopback = loopback;
  }

  /**
   * Answers, once.
   *
   * @param then gets the answer on the event loop, at once or later
   */
  void answer(HttpRequest request, Conversation conversation, Consumer<Reply> then) {
    HttpHeaders headers = request.headers();
    Map<String, String> users = protection.present().config().users();
    if (!users.isEmpty()) {
      passwords.check(
          users,
          headers.get(HttpHeaderNames.AUTHORIZATION, ""),
          conversation,
          () -> serve(request, conversation, then),
          then);
    } else if (loopback && Origins.foreignToLoopback(headers)) {
      then.accept(Refusals.FOREIGN_HOST);
    } else {
      serve(request, conversation, then);
    }
  }

  /** The answer as it goes out. */
  FullHttpResponse response(Reply reply, boolean headOnly, boolean keepAlive) {
    return Answers.response(reply, protection.present().config().headers(), headOnly, keepAlive);
  }

  private void serve(HttpRequest request, Conversation conversation, Consumer<Reply> then) {
    String uri = request.uri();
    int query = uri.indexOf('?');
    String path = query < 0 ? uri : uri.substring(0, query);
    String method = request.method().name();
    Route route = routes.get(path);
    if (route == null) {
      then.accept(Refusals.NOT_FOUND);
    } else if (!route.methods().contains(method)) {
      then.accept(Refusals.method(route.methods()));
    } else if (method.equals("POST") && Origins.crossSite(request.headers())) {
      then.accept(Refusals.CROSS_SITE);
    } else {
      Request asked = new Request(method, path, headers(request.headers()));
      try {
        workers.execute(
            () -> {
              Reply reply = reply(route.resource(), asked);
              conversation.onLoop(() -> then.accept(reply));
            });
      } catch (RejectedExecutionException e) {
        then.accept(Refusals.BUSY);
      }
    }
  }

  private static Reply reply(Resource resource, Request request) {
    try {
      return Gzip.compressed(request, Entity.unchanged(request, resource.answer(request)));
    } catch (RuntimeException e) {
      LOG.error("{} cannot be answered", request.path(), e);
      return Refusals.FAULT;
    }
  }

  private static Map<String, String> headers(HttpHeaders headers) {
    Map<String, String> map = new HashMap<>();
    headers.forEach(header -> map.putIfAbsent(lower(header.getKey()), header.getValue()));
    return map;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
