// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SocketAddressesTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.4, 10.0.0.4, 53",
    "10.0.0.4:5353, 10.0.0.4, 5353",
    "255.255.255.255:65535, 255.255.255.255, 65535",
    "fd00::4, fd00::4, 53",
    "::1, ::1, 53",
    "::ffff:10.0.0.4, 10.0.0.4, 53",
    "[fd00::4], fd00::4, 53",
    "[fd00::4]:5353, fd00::4, 5353"
  })
  void an_address_may_have_a_port(String text, String address, int port) {
    assertThat(SocketAddresses.withUsualPort(text, 53))
        .contains(new InetSocketAddress(address, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "dns.contoso.com:53",
        "10.0.0",
        "10.0.0.256",
        "010.0.0.4",
        "0x0a.0.0.4",
        "10.0.0.4:",
        "10.0.0.4:0",
        "10.0.0.4:65536",
        "10.0.0.4:99999",
        "10.0.0.4:53:53",
        "[10.0.0.4]:53x",
        "[localhost]:53",
        "[fd00::4",
        "fd00::g",
        "fd00::1::2",
        "[]",
        ":53",
        "::1%no-such-interface"
      })
  void nothing_else_is_an_address_and_no_name_is_looked_up(String text) {
    assertThat(SocketAddresses.withUsualPort(text, 53)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.1, 192.0.2.1", "2001:db8::1, 2001:db8::1"})
  void an_address_may_stand_alone(String text, String address) throws Exception {
    assertThat(SocketAddresses.withoutPort(text)).contains(InetAddress.getByName(address));
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1:443", "contoso.com", "on", "[fd00::4]:53"})
  void an_address_alone_has_neither_name_nor_port(String text) {
    assertThat(SocketAddresses.withoutPort(text)).isEmpty();
  }

  @Test
  void a_server_listens_on_one_address_or_on_all() {
    assertThat(SocketAddresses.toListenOn("127.0.0.1:10911"))
        .contains(new InetSocketAddress("127.0.0.1", 10_911));
    assertThat(SocketAddresses.toListenOn("[::1]:10911"))
        .contains(new InetSocketAddress("::1", 10_911));
    assertThat(SocketAddresses.toListenOn(":10911")).contains(new InetSocketAddress(10_911));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "127.0.0.1", "10911", ":0", "localhost:10911", "::1:10911x", "*:10911"})
  void a_server_listens_on_nothing_else(String text) {
    assertThat(SocketAddresses.toListenOn(text)).isEmpty();
  }
}
