// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may have something done, by what a browser says of the page that asks. */
class OriginsTest {
  private static WebServer server;

  @BeforeAll
  static void start() throws Exception {
    server = Servers.plain();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** A post; headers that are empty are not sent, and several values of one are apart by a bar. */
  private static String post(String host, String origin, String site) throws IOException {
    StringBuilder request = new StringBuilder("POST /do HTTP/1.1\r\nHost: " + host);
    header(request, "Origin", origin);
    header(request, "Sec-Fetch-Site", site);
    try (Wire wire = Wire.to(server.address())) {
      String answer = wire.send(request + "\r\nConnection: close\r\n\r\n").rest();
      return answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length());
    }
  }

  private static void header(StringBuilder request, String name, String values) {
    for (String value : values.isEmpty() ? new String[0] : values.split("\\|", -1)) {
      request.append("\r\n").append(name).append(": ").append(value);
    }
  }

  @ParameterizedTest(name = "Host {0}, Origin {1}, Sec-Fetch-Site {2}: {3}")
  @CsvSource({
    // asked for directly
    "localhost:10911, http://localhost:10911, same-origin, 200",
    "localhost:10911, http://LOCALHOST:10911, '', 200",
    "127.0.0.1:10911, http://127.0.0.1:10911, none, 200",
    "localhost, '', same-origin, 200",
    "localhost, '', none, 200",
    "localhost, '', '', 200",
    // behind a proxy that sends a Host of its own
    "localhost, https://amlreach.contoso.example, same-origin, 200",
    "localhost, 'null', same-origin, 200",
    "localhost, https://amlreach.contoso.example, '', 403",
    "localhost, https://amlreach.contoso.example, none, 403",
    // by the page of another
    "localhost, http://evil.example, '', 403",
    "localhost, http://evil.example, cross-site, 403",
    "localhost, http://evil.example, same-site, 403",
    "localhost, http://localhost, cross-site, 403",
    "localhost, http://localhost, same-site, 403",
    "localhost, '', cross-site, 403",
    "localhost, '', same-site, 403",
    "localhost, 'null', '', 403",
    "localhost, 'null', none, 403",
    "localhost:10911, http://localhost:1, '', 403",
    // what no browser says
    "localhost, http://localhost, Same-Origin, 403",
    "localhost, http://localhost, same-origin|cross-site, 403",
    "localhost, http://localhost, cross-site|same-origin, 403",
    "localhost, http://localhost, 'same-origin, cross-site', 403",
    "localhost, http://localhost, nonsense, 403",
    // a name that was made to lead here: whatever it says, the Host decides
    "evil.example, http://evil.example, same-origin, 421",
    "evil.example, http://evil.example, none, 421",
    "evil.example, http://evil.example, '', 421",
    "evil.example, '', same-origin, 421"
  })
  void only_a_page_of_its_own_or_no_page_has_something_done(
      String host, String origin, String site, String status) throws IOException {
    assertThat(post(host, origin, site)).isEqualTo(status);
  }
}
