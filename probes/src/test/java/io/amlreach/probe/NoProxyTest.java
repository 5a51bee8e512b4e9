// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoProxyTest {
  @ParameterizedTest
  @CsvSource({
    "contoso.com, contoso.com",
    "contoso.com, vault.contoso.com",
    "Contoso.COM., vault.CONTOSO.com",
    ".contoso.com, vault.contoso.com",
    "*.contoso.com, a.vault.contoso.com",
    "localhost, localhost",
    "10.1.2.4, 10.1.2.4",
    "10.0.0.0/8, 10.255.0.1",
    "10.1.2.4/32, 10.1.2.4",
    "0.0.0.0/0, 203.0.113.1",
    "fd00::4, fd00:0:0:0:0:0:0:4",
    "[fd00::4], fd00::4",
    "fd00::/8, fdff::1",
    "*, anything.example",
  })
  void an_entry_names_a_host(String entry, String host) {
    assertThat(NoProxy.of(List.of(entry)).matches(host)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "contoso.com, notcontoso.com",
    "contoso.com, contoso.com.evil.example",
    ".contoso.com, contoso.com",
    "*.contoso.com, contoso.com",
    "10.1.2.4, 10.1.2.40",
    "10.0.0.0/8, 11.0.0.1",
    "10.0.0.0/8, ten.example",
    "10.0.0.0/8, fd00::1",
    "fd00::/8, 10.0.0.1",
  })
  void and_no_other(String entry, String host) {
    assertThat(NoProxy.of(List.of(entry)).matches(host)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "con*so.com",
        "*contoso.com",
        "contoso.com:443",
        "http://contoso.com",
        "10.1.2",
        "10.1.2.999",
        "10.0.0.0/33",
        "10.0.0.0/x",
        "contoso.com/8",
        "fd00::/129"
      })
  void what_has_another_form_is_not_understood(String entry) {
    assertThat(NoProxy.understands(entry)).isFalse();
  }

  @Test
  void without_entries_nothing_is_excepted() {
    assertThat(NoProxy.of(List.of()).matches("contoso.com")).isFalse();
  }
}
