// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amlreach.lab.scenario.LabScenario;
import io.amlreach.lab.scenario.Vantage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class LabTest {
  private static Lab lab;

  @BeforeAll
  static void start() {
    lab = Lab.start();
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @Test
  void every_scenario_has_a_name_of_its_own_and_says_what_was_broken() {
    assertThat(lab.selftest()).hasSizeGreaterThan(80);
    assertThat(lab.selftest()).extracting(LabScenario::name).doesNotHaveDuplicates();
    assertThat(lab.selftest()).extracting(LabScenario::host).doesNotHaveDuplicates();
    assertThat(lab.selftest()).extracting(LabScenario::broken).doesNotContain("");
  }

  @Test
  void scenarios_end_in_one_of_the_four_levels() {
    assertThat(lab.selftest())
        .extracting(LabScenario::level)
        .containsOnly("pass", "warn", "fail", "unknown");
    assertThat(lab.selftest())
        .allSatisfy(
            each -> assertThat(each.cause().equals("ok")).isEqualTo(each.level().equals("pass")));
  }

  @Test
  void every_scenario_with_an_address_leads_to_this_machine() throws Exception {
    for (LabScenario scenario : lab.selftest()) {
      if (scenario.stage().equals("dns") || scenario.vantage() != Vantage.USUAL) {
        continue;
      }
      for (InetAddress address : addresses(scenario.host())) {
        InetSocketAddress real = lab.translate(new InetSocketAddress(address, scenario.port()));
        assertThat(real.getAddress().isLoopbackAddress()).describedAs(scenario.name()).isTrue();
      }
    }
  }

  @Test
  void what_nobody_has_is_dropped() {
    assertThatThrownBy(() -> connect(lab.translate(new InetSocketAddress("192.0.2.1", 443)), 100))
        .isInstanceOf(SocketTimeoutException.class);
    assertThatThrownBy(() -> connect(lab.translate(new InetSocketAddress("8.8.8.8", 53)), 100))
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void a_refused_port_refuses() throws Exception {
    var wanted = new InetSocketAddress(addresses("refused.lab.example").get(0), 443);
    assertThatThrownBy(() -> connect(lab.translate(wanted), 1_000))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void behind_a_local_answer_every_address_accepts() throws Exception {
    connect(lab.route(Vantage.LOCAL_ANSWER).apply(new InetSocketAddress("192.0.2.1", 9)), 1_000);
  }

  @Test
  void resolvers_differ_by_vantage_point() throws Exception {
    assertThat(ask(Vantage.REFUSING_RESOLVER, "ml.azure.com").getRcode()).isEqualTo(Rcode.REFUSED);
    assertThatThrownBy(() -> ask(Vantage.SILENT_RESOLVER, "ml.azure.com"))
        .isInstanceOf(IOException.class);
    assertThat(lab.dnsServers(Vantage.TWO_RESOLVERS)).hasSize(2);
  }

  @Test
  void an_unknown_name_under_the_labs_own_domain_does_not_exist() throws Exception {
    assertThat(ask(Vantage.USUAL, "no-such-scenario.lab.example").getRcode())
        .isEqualTo(Rcode.NXDOMAIN);
  }

  @Test
  void a_closed_lab_leaves_no_listener_behind() throws Exception {
    Lab other = Lab.start();
    var wanted = new InetSocketAddress("203.0.113.5", 443);
    InetSocketAddress real = other.translate(wanted);
    connect(real, 1_000);
    other.connections().awaitNoneOpen();
    other.close();
    assertThatThrownBy(() -> connect(real, 1_000)).isInstanceOf(ConnectException.class);
  }

  private static List<InetAddress> addresses(String host) throws IOException {
    return ask(Vantage.USUAL, host).getSection(Section.ANSWER).stream()
        .filter(record -> record.getType() == Type.A)
        .map(LabTest::address)
        .toList();
  }

  private static InetAddress address(Record record) {
    return ((ARecord) record).getAddress();
  }

  private static Message ask(Vantage vantage, String host) throws IOException {
    var resolver = new SimpleResolver(lab.dnsServers(vantage).get(0));
    resolver.setTimeout(Duration.ofSeconds(1));
    return resolver.send(
        Message.newQuery(Record.newRecord(Name.fromString(host + "."), Type.A, DClass.IN)));
  }

  private static void connect(InetSocketAddress address, int timeoutMillis) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(address, timeoutMillis);
      // Linux may give a socket the very port that it connects to, and then it meets itself
      if (socket.getLocalSocketAddress().equals(address)) {
        throw new ConnectException("nobody but this socket");
      }
    }
  }
}
