// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BasicCredentialsTest {
  private static final BasicCredentials SECRET = new BasicCredentials("agent", "hünter2:x");

  @Test
  void the_header_is_that_of_rfc_7617_in_utf_8() {
    assertThat(SECRET.header()).isEqualTo("Basic YWdlbnQ6aMO8bnRlcjI6eA==");
  }

  @Test
  void neither_they_nor_their_proxy_print_the_password() {
    Proxy proxy = new Proxy("fd00::9", 3128, SECRET, NoProxy.of(List.of()));
    assertThat(SECRET + " " + proxy).isEqualTo("user agent, password not shown [fd00::9]:3128");
  }
}
