// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://proxy.contoso.com:3128",
        "http://proxy.contoso.com:3128/",
        "http://10.0.0.9:8080",
        "http://[fd00::9]:8080",
        "http://agent@proxy.contoso.com:3128"
      })
  void host_and_port_are_needed_and_a_user_may_be_there(String text) {
    assertThat(ProxyUrl.parse(text)).contains(URI.create(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "proxy.contoso.com:3128",
        "http://proxy.contoso.com",
        "http://proxy.contoso.com:0",
        "http://proxy.contoso.com:65536",
        "https://proxy.contoso.com:3128",
        "socks5://proxy.contoso.com:1080",
        "http://agent:secret@proxy.contoso.com:3128",
        "http://agent:@proxy.contoso.com:3128",
        "http://proxy.contoso.com:3128/path",
        "http://proxy.contoso.com:3128?a=b",
        "http://proxy.contoso.com:3128#a",
        "http://pro xy:3128",
        "http:proxy:3128",
        "http://"
      })
  void nothing_else_is_a_proxy(String text) {
    assertThat(ProxyUrl.parse(text)).isEmpty();
  }
}
