// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amlreach.lab.net.Reply;
import io.amlreach.lab.net.StubbornServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HttpTest {
  @Test
  void the_firewalls_refusal_is_status_470_in_plain_text() throws Exception {
    HttpResponse<String> response = get(FirewallReplies.denied());

    assertThat(response.statusCode()).isEqualTo(470);
    assertThat(response.headers().firstValue("content-type")).hasValue("text/plain; charset=utf-8");
    assertThat(response.body()).startsWith("Action: Deny").hasSize(70);
  }

  @Test
  void the_older_refusal_names_the_request_first() throws Exception {
    HttpResponse<String> response = get(FirewallReplies.deniedIn2021("login.example"));

    assertThat(response.statusCode()).isEqualTo(470);
    assertThat(response.body()).startsWith("HTTP  request from").contains("Action: Deny");
  }

  @Test
  void services_that_refuse_a_network_say_so_in_their_own_way() throws Exception {
    HttpResponse<String> storage = get(ServiceReplies.storageRefusesNetwork());
    assertThat(storage.statusCode()).isEqualTo(403);
    assertThat(storage.headers().firstValue("x-ms-error-code")).hasValue("AuthorizationFailure");

    assertThat(get(ServiceReplies.vaultRefusesNetwork()).body()).contains("ForbiddenByFirewall");
    assertThat(get(ServiceReplies.registryRefusesNetwork()).body())
        .contains("\"code\":\"DENIED\"")
        .contains("is not allowed access");
    assertThat(get(ServiceReplies.workspaceRefusesNetwork()).body())
        .contains("workspace private link configuration");
  }

  @Test
  void one_connection_serves_several_requests() throws Exception {
    HttpSite site =
        request -> HttpReply.status(200, "OK").body("text/plain", request.uri()).whole();
    try (var server = StubbornServer.start(Http.serving(site))) {
      HttpClient client = HttpClient.newHttpClient();
      assertThat(client.send(request(server, "/a"), BodyHandlers.ofString()).body())
          .isEqualTo("/a");
      assertThat(client.send(request(server, "/b"), BodyHandlers.ofString()).body())
          .isEqualTo("/b");
      assertThat(server.connections().accepted()).isEqualTo(1);
    }
  }

  @Test
  void a_request_can_stay_without_an_answer() {
    assertThatThrownBy(() -> get(HostileReplies.none())).isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void headers_can_be_endless() throws Exception {
    assertThat(raw(HostileReplies.endlessHeaders(), 1_000_000))
        .startsWith("HTTP/1.1 200 OK\r\nX-And: more\r\nX-And: more\r\n")
        .doesNotContain("\r\n\r\n");
  }

  @Test
  void a_body_can_be_endless() throws Exception {
    assertThat(raw(HostileReplies.endlessBody(), 1_000_000)).endsWith("xxxxxxxx");
  }

  @Test
  void binary_is_not_http() {
    assertThatThrownBy(() -> get(HostileReplies.binary()))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void terminal_escapes_arrive_unharmed() throws Exception {
    assertThat(raw(HostileReplies.terminalEscapes(), 60)).contains("\u001b]0;owned\u0007");
  }

  private static HttpResponse<String> get(Reply reply) throws Exception {
    try (var server = StubbornServer.start(Http.answering(reply))) {
      return HttpClient.newHttpClient().send(request(server, "/"), BodyHandlers.ofString());
    }
  }

  private static HttpRequest request(StubbornServer server, String path) {
    URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    return HttpRequest.newBuilder(uri).timeout(Duration.ofMillis(500)).build();
  }

  private static String raw(Reply reply, int bytes) throws IOException {
    try (var server = StubbornServer.start(Http.answering(reply));
        var client = new Socket(server.address().getAddress(), server.address().getPort())) {
      client.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(ISO_8859_1));
      return new String(client.getInputStream().readNBytes(bytes), ISO_8859_1);
    }
  }
}
