// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFloodTest {
  /** Of cost 12, a quarter of a second each. */
  private static final String SLOW =
      "basic_auth_users:\n  alice: $2y$12$3t9sToGOAkEZEi16h0NSUOjy8QEe.kKi66ikyTTl32e/9wraM0v3m\n";

  @TempDir private Path directory;

  @Test
  void wrong_passwords_do_not_hold_up_who_was_let_in_before() throws Exception {
    Path file = Files.writeString(directory.resolve("web.yaml"), SLOW);
    List<Wire> flood = new ArrayList<>();
    try (WebServer server = Servers.configured(file);
        Wire regular = Wire.to(server.address())) {
      assertThat(regular.send(get("wonderland")).answer()).contains(" 200 ");
      for (int i = 0; i < 40; i++) {
        flood.add(Wire.to(server.address()).send(get("wrong" + i)));
      }

      long begin = System.nanoTime();
      assertThat(regular.send(get("wonderland")).answer()).contains(" 200 ");
      long took = System.nanoTime() - begin;

      List<String> answers = new ArrayList<>();
      for (Wire wire : flood) {
        answers.add(wire.answer().split(" ")[1]);
      }
      assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofSeconds(1));
      assertThat(answers).containsOnly("401", "503").contains("401", "503");
    } finally {
      for (Wire wire : flood) {
        wire.close();
      }
    }
  }

  private static String get(String password) {
    byte[] credentials = ("alice:" + password).getBytes(StandardCharsets.UTF_8);
    return "GET / HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic "
        + Base64.getEncoder().encodeToString(credentials)
        + "\r\n\r\n";
  }
}
