// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hashes are made by {@code htpasswd -nbB -C 5}. */
class PasswordsTest {
  private static final String ALICE =
      "  alice: $2y$05$7KGQwJ7jXQQRqVMTG8rmtOMkXvv/WiY.FJ0iZpflZqEeWuv5NwpiW\n";
  private static final String ALICE_CHANGED =
      "  alice: $2y$05$lNrVI1.sw2yn31.0GeXa4ett9T2tZj.G/j0V7s6jSP34EzMOOZ3se\n";
  private static final String BOB =
      "  bob: $2b$05$.GETY/Zao9wz1sLU4eqjCO8yo5EHiuPvYJgu3201QBIACrP3iKVOa\n";
  private static final String CAROL =
      "  carol: $2y$05$X9yVa/W2H1sNqNF.uaGy1e0RXkNdeKMH0d1Mh3gTIlgjWjjR01aIW\n";
  private static final String USERS = "basic_auth_users:\n";

  @TempDir private Path directory;
  private Path file;
  private WebServer server;

  @BeforeEach
  void start() throws Exception {
    file = Files.writeString(directory.resolve("web.yaml"), USERS + ALICE + BOB + CAROL);
    server = Servers.configured(file);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String ask(String path, String user, String password) throws IOException {
    byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return ask(path, "Authorization: Basic " + Base64.getEncoder().encodeToString(credentials));
  }

  private String ask(String path, String header) throws IOException {
    try (Wire wire = Wire.to(server.address())) {
      return wire.send("GET " + path + " HTTP/1.0\r\n" + header + "\r\n\r\n").rest();
    }
  }

  @Test
  void who_has_the_password_is_let_in_again_and_again() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(ask("/", "alice", "wonderland")).contains(" 200 ").endsWith("hello\n");
      assertThat(ask("/", "bob", "builder")).contains(" 200 ");
    }
  }

  @Test
  void nobody_else_learns_even_which_paths_there_are() throws Exception {
    String[] answers = {
      ask("/", "alice", "Wonderland"),
      ask("/", "alice", "builder"),
      ask("/", "alice", ""),
      ask("/", "mallory", "wonderland"),
      ask("/", ""),
      ask("/", "Authorization: Bearer wonderland"),
      ask("/", "Authorization: Basic ?"),
      ask("/", "Authorization: Basic YWxpY2U="),
      ask("/nothing", ""),
      ask("/-/healthy", "")
    };
    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(answer)
                    .contains(" 401 ")
                    .containsIgnoringCase("www-authenticate: basic realm=\"amlreach\"")
                    .endsWith("A user and a password are needed.\n"));
  }

  @Test
  void a_right_password_does_not_help_another_user() throws Exception {
    assertThat(ask("/", "alice", "wonderland")).contains(" 200 ");
    assertThat(ask("/", "bob", "wonderland")).contains(" 401 ");
    assertThat(ask("/", "mallory", "wonderland")).contains(" 401 ");
  }

  @Test
  void of_a_long_password_as_much_counts_as_htpasswd_looked_at() throws Exception {
    assertThat(ask("/", "carol", "x".repeat(80))).contains(" 200 ");
    assertThat(ask("/", "carol", "x".repeat(71))).contains(" 401 ");
  }

  @Test
  void a_changed_password_counts_from_the_next_request_on() throws Exception {
    assertThat(ask("/", "alice", "wonderland")).contains(" 200 ");

    Files.writeString(file, USERS + ALICE_CHANGED);

    assertThat(ask("/", "alice", "wonderland")).contains(" 401 ");
    assertThat(ask("/", "alice", "looking-glass")).contains(" 200 ");
    assertThat(ask("/", "bob", "builder")).contains(" 401 ");
    assertThat(server.fault()).isEmpty();
  }

  @Test
  void a_broken_file_leaves_the_users_as_they_were() throws Exception {
    for (String broken : new String[] {"", "basic_auth_users: [", USERS + "  alice: secret\n"}) {
      Files.writeString(file, broken);

      assertThat(ask("/", "")).contains(" 401 ");
      assertThat(ask("/", "alice", "wonderland")).contains(" 200 ");
      assertThat(server.fault()).contains("web.yaml").doesNotContain("secret");
    }
    Files.delete(file);
    assertThat(ask("/", "")).contains(" 401 ");

    Files.writeString(file, USERS + ALICE_CHANGED);
    assertThat(ask("/", "alice", "looking-glass")).contains(" 200 ");
    assertThat(server.fault()).isEmpty();
  }

  @Test
  void a_file_without_users_does_not_open_the_door() throws Exception {
    Files.writeString(file, "http_server_config: {http2: false}\n");

    assertThat(ask("/", "")).contains(" 401 ");
    assertThat(server.fault()).contains("only given up after a restart");
  }

  @Test
  void a_foreign_host_does_no_harm_where_a_password_is_needed() throws Exception {
    String basic =
        Base64.getEncoder().encodeToString("bob:builder".getBytes(StandardCharsets.UTF_8));
    assertThat(ask("/", "Host: proxy.example\r\nAuthorization: Basic " + basic)).contains(" 200 ");
  }

  @Test
  void headers_of_the_operator_are_in_every_answer() throws Exception {
    Files.writeString(
        file,
        USERS
            + ALICE
            + "http_server_config:\n  headers:\n    Strict-Transport-Security: max-age=31536000\n"
            + "    X-Frame-Options: sameorigin\n");

    assertThat(ask("/", ""))
        .containsIgnoringCase("strict-transport-security: max-age=31536000\r\n")
        .containsIgnoringCase("x-frame-options: sameorigin\r\n")
        .doesNotContain("DENY");
  }
}
