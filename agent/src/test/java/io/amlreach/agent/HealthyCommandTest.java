// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.web.Certificates;
import io.amlreach.agent.web.Reply;
import io.amlreach.agent.web.Route;
import io.amlreach.agent.web.WebServer;
import io.amlreach.lab.pki.CertificateKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a container asks every few seconds, of the server that the daemon has. */
class HealthyCommandTest {
  private static final String FILES = "{cert_file: server.crt, key_file: server.key";
  private static final String USERS =
      "basic_auth_users: {a: $2y$05$7KGQwJ7jXQQRqVMTG8rmtOMkXvv/WiY.FJ0iZpflZqEeWuv5NwpiW}\n";

  @TempDir Path folder;

  private Path web(String yaml) throws IOException {
    Certificates certificates = new Certificates(folder);
    certificates.write(certificates.of(CertificateKind.EXPIRED, "elsewhere.example"));
    return Files.writeString(folder.resolve("web.yaml"), yaml);
  }

  private static WebServer daemon(Path configFile, int status) throws Exception {
    return WebServer.start(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        configFile,
        Map.of("/-/healthy", Route.reading(request -> Reply.text(status, "as told"))));
  }

  /** Asked with a settings file that only says where it listens. */
  private Run ask(int port, String... more) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("amlreach.yaml"),
            "web: {listen: \":" + port + "\"}\n" + String.join("\n", more));
    return Run.of("healthy", "--config=" + file);
  }

  @Test
  void a_daemon_that_answers_is_healthy() throws Exception {
    try (WebServer daemon = daemon(null, 200)) {
      int port = daemon.address().getPort();
      Run run = ask(port);
      assertThat(run.code()).isEqualTo(ExitCode.PASSED);
      assertThat(run.out()).isEqualTo("healthy: http://127.0.0.1:" + port + "/-/healthy answers\n");
      assertThat(run.err()).isEmpty();
      assertThat(Run.of("healthy", "--url=http://127.0.0.1:" + port).code())
          .isEqualTo(ExitCode.PASSED);
      assertThat(Run.of("healthy", "--listen=127.0.0.1:" + port).code()).isEqualTo(ExitCode.PASSED);
      assertThat(Run.with("", Map.of("AMLREACH_LISTEN", ":" + port), "healthy").code())
          .isEqualTo(ExitCode.PASSED);
    }
  }

  @Test
  void settings_that_are_bad_by_now_do_not_make_it_look_dead() throws Exception {
    try (WebServer daemon = daemon(null, 200)) {
      int port = daemon.address().getPort();
      assertThat(ask(port, "schedule: {jitter: 200%}").code()).isEqualTo(ExitCode.PASSED);
    }
    Run gone = Run.of("healthy", "--config=" + folder.resolve("none"), "--listen=127.0.0.1:1");
    assertThat(gone.code()).isEqualTo(ExitCode.FAILED);
    assertThat(gone.err())
        .contains("not healthy: http://127.0.0.1:1/-/healthy: nobody listens there")
        .contains("the settings have problems, see amlreach config check");
  }

  @Test
  void whoever_wants_a_password_lives() throws Exception {
    try (WebServer daemon = daemon(web(USERS), 200)) {
      Run run = ask(daemon.address().getPort());
      assertThat(run.code()).isEqualTo(ExitCode.PASSED);
      assertThat(run.out()).contains("wants a password, so it lives");
    }
  }

  @Test
  void tls_is_found_out_and_no_certificate_is_too_old_for_it() throws Exception {
    try (WebServer daemon = daemon(web("tls_server_config: " + FILES + "}\n" + USERS), 200)) {
      int port = daemon.address().getPort();
      Run run = ask(port);
      assertThat(run.code()).isEqualTo(ExitCode.PASSED);
      assertThat(run.out()).contains("https://127.0.0.1:" + port, "wants a password");
      assertThat(Run.of("healthy", "--url=https://localhost:" + port + "/").code())
          .isEqualTo(ExitCode.PASSED);
      assertThat(Run.of("healthy", "--url=http://localhost:" + port).err())
          .contains("the connection ends without an answer");
    }
  }

  @Test
  void whoever_wants_a_client_certificate_lives() throws Exception {
    for (String version : new String[] {"TLS12", "TLS13"}) {
      String mutual =
          FILES
              + ", client_ca_file: client-ca.crt, client_auth_type: RequireAndVerifyClientCert,"
              + (" min_version: " + version + ", max_version: " + version + "}\n");
      try (WebServer daemon = daemon(web("tls_server_config: " + mutual), 200)) {
        Run run = ask(daemon.address().getPort());
        assertThat(run.code()).as(version + run.err()).isEqualTo(ExitCode.PASSED);
        assertThat(run.out()).contains("wants a client certificate, so it lives");
      }
    }
  }

  @Test
  void another_answer_and_none_are_not_healthy() throws Exception {
    try (WebServer daemon = daemon(null, 503)) {
      assertThat(ask(daemon.address().getPort()).err()).contains("/-/healthy answers 503\n");
    }
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Run run = ask(silent.getLocalPort());
      assertThat(run.code()).isEqualTo(ExitCode.FAILED);
      assertThat(run.err()).contains("no answer within 2 s");
    }
    try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> greeted = CompletableFuture.runAsync(() -> greet(other));
      assertThat(ask(other.getLocalPort()).err()).contains("what answers speaks no TLS");
      greeted.join();
    }
  }

  /** As a mail server would, to each of two connections. */
  private static void greet(ServerSocket server) {
    for (int i = 0; i < 2; i++) {
      try (Socket one = server.accept()) {
        one.getOutputStream().write("220 ready\r\n".getBytes(StandardCharsets.US_ASCII));
        one.shutdownOutput();
        one.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
      } catch (IOException ignored) { // who asked has gone
        continue;
      }
    }
  }

  @Test
  void what_is_no_url_is_wrong_usage() {
    for (String url : new String[] {"localhost:10911", "ftp://a", "http://", "http://a b"}) {
      Run run = Run.of("healthy", "--url=" + url);
      assertThat(run.code()).as(url).isEqualTo(ExitCode.USAGE);
      assertThat(run.err()).contains("--url: expected http:// or https://");
    }
  }
}
