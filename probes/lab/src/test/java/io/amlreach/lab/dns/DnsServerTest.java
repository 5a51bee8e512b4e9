// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;
import org.xbill.DNS.WireParseException;

class DnsServerTest {
  private static final String NAME = "host.lab.example";

  @Test
  void a_name_has_addresses_of_both_families() throws Exception {
    DnsAnswer answer = Records.of("203.0.113.7", "203.0.113.8", "2001:db8::7");

    assertThat(texts(ask(answer, Type.A))).containsExactly("203.0.113.7", "203.0.113.8");
    assertThat(texts(ask(answer, Type.AAAA))).containsExactly("2001:db8:0:0:0:0:0:7");
  }

  @Test
  void a_private_link_comes_with_its_whole_chain() throws Exception {
    Message reply = ask(Records.of("10.1.2.4").through("host.privatelink.example"), Type.A);

    assertThat(texts(reply)).containsExactly("host.privatelink.example.", "10.1.2.4");
  }

  @Test
  void a_dangling_private_link_is_a_chain_that_ends_in_nothing() throws Exception {
    Message reply = ask(Records.dangling("host.privatelink.example"), Type.A);

    assertThat(reply.getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(texts(reply)).containsExactly("host.privatelink.example.");
  }

  @Test
  void an_unknown_name_does_not_exist_and_says_for_how_long() throws Exception {
    try (var server = DnsServer.start(Zone.of(Map.of()))) {
      Message reply = resolver(server).send(question(Type.A));

      assertThat(reply.getRcode()).isEqualTo(Rcode.NXDOMAIN);
      assertThat(reply.getSection(Section.AUTHORITY))
          .extracting(Record::getType)
          .contains(Type.SOA);
    }
  }

  @Test
  void a_name_without_addresses_exists() throws Exception {
    Message reply = ask(Records.noData(), Type.A);

    assertThat(reply.getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(reply.getSection(Section.ANSWER)).isEmpty();
  }

  @Test
  void response_codes_are_passed_on() throws Exception {
    assertThat(ask(DnsError.SERVER_FAILURE, Type.A).getRcode()).isEqualTo(Rcode.SERVFAIL);
    assertThat(ask(DnsError.REFUSED, Type.A).getRcode()).isEqualTo(Rcode.REFUSED);
  }

  @Test
  void silence_lasts_until_the_client_gives_up() {
    assertThatThrownBy(() -> ask(Faults.silence(), Type.A))
        .hasRootCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void a_truncated_answer_is_whole_over_tcp() throws Exception {
    DnsAnswer answer = Faults.truncated(Records.of("203.0.113.7"));
    try (var server = DnsServer.start(Zone.always(answer))) {
      SimpleResolver udpOnly = resolver(server);
      udpOnly.setIgnoreTruncation(true);

      Message truncated = udpOnly.send(question(Type.A));
      assertThat(truncated.getHeader().getFlag(Flags.TC)).isTrue();
      assertThat(truncated.getSection(Section.ANSWER)).isEmpty();
      assertThat(texts(resolver(server).send(question(Type.A)))).containsExactly("203.0.113.7");
    }
  }

  @Test
  void a_flood_fills_one_tcp_message() throws Exception {
    Message reply = ask(Faults.flood(), Type.A);

    assertThat(reply.getSection(Section.ANSWER)).hasSize(4_000);
  }

  @Test
  void an_overstated_answer_is_not_parsed() {
    assertThatThrownBy(() -> ask(Faults.overstated("203.0.113.7"), Type.A))
        .isInstanceOf(WireParseException.class);
  }

  @Test
  void garbage_is_not_parsed() {
    assertThatThrownBy(() -> ask(Faults.garbage(), Type.A)).isInstanceOf(WireParseException.class);
  }

  @Test
  void aliases_can_lead_back_to_their_beginning() throws Exception {
    Message reply = ask(Faults.aliasLoop(NAME, "other.lab.example"), Type.A);

    assertThat(texts(reply)).containsExactly("other.lab.example.", NAME + ".");
  }

  @Test
  void a_chain_of_aliases_can_be_as_long_as_wanted() throws Exception {
    Message reply = ask(Faults.longAliasChain(40, "203.0.113.7"), Type.A);

    assertThat(reply.getSection(Section.ANSWER)).hasSize(41);
  }

  @Test
  void an_alternating_name_changes_with_every_question() throws Exception {
    DnsAnswer answer = Alternating.between(Records.of("203.0.113.7"), Records.of("10.1.2.4"));
    try (var server = DnsServer.start(Zone.always(answer))) {
      SimpleResolver resolver = resolver(server);

      assertThat(texts(resolver.send(question(Type.A)))).containsExactly("203.0.113.7");
      assertThat(texts(resolver.send(question(Type.A)))).containsExactly("10.1.2.4");
      assertThat(texts(resolver.send(question(Type.A)))).containsExactly("203.0.113.7");
      assertThat(server.queries()).isEqualTo(3);
    }
  }

  @Test
  void a_forgery_with_another_id_comes_before_the_answer() throws Exception {
    DnsAnswer answer = Faults.wrongIdBefore(Records.of("203.0.113.7"));
    try (var server = DnsServer.start(Zone.always(answer));
        var socket = new DatagramSocket()) {
      Message question = question(Type.A);
      byte[] bytes = question.toWire();
      socket.setSoTimeout(2_000);
      socket.send(new DatagramPacket(bytes, bytes.length, server.address()));

      assertThat(received(socket).getHeader().getID()).isNotEqualTo(question.getHeader().getID());
      assertThat(received(socket).getHeader().getID()).isEqualTo(question.getHeader().getID());
    }
  }

  private static Message received(DatagramSocket socket) throws IOException {
    var packet = new DatagramPacket(new byte[512], 512);
    socket.receive(packet);
    return new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
  }

  private static Message ask(DnsAnswer answer, int type) throws IOException {
    try (var server = DnsServer.start(Zone.of(Map.of(NAME, answer)))) {
      return resolver(server).send(question(type));
    }
  }

  private static SimpleResolver resolver(DnsServer server) {
    var resolver = new SimpleResolver(server.address());
    resolver.setTimeout(Duration.ofSeconds(2));
    return resolver;
  }

  private static Message question(int type) throws IOException {
    return Message.newQuery(Record.newRecord(Name.fromString(NAME + "."), type, DClass.IN));
  }

  private static List<String> texts(Message reply) {
    return reply.getSection(Section.ANSWER).stream().map(Record::rdataToString).toList();
  }
}
