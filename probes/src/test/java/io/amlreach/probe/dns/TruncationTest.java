// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.probe.Cause;
import io.amlreach.probe.Resolution;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class TruncationTest {
  private static final String HOST = "store.blob.test";

  private static final StubServer.Script TRUNCATED =
      query -> {
        Message reply = Zone.reply(query);
        reply.getHeader().setFlag(Flags.TC);
        return List.of(reply.toWire());
      };

  @Test
  void aTruncatedAnswerIsFetchedOverTcp() throws Exception {
    Zone zone = new Zone().address(HOST, "10.1.2.4");
    try (StubServer server = StubServer.udpAndTcp(TRUNCATED, zone);
        Asking asking = Asking.server(server)) {
      assertThat(Asking.texts(asking.resolve(HOST))).containsExactly("10.1.2.4");
      assertThat(server.connections).hasValue(2);
    }
  }

  @Test
  void refusedTcpIsTold() throws Exception {
    try (StubServer server = StubServer.udp(TRUNCATED);
        Asking asking = Asking.server(server)) {
      Resolution found = asking.resolve(HOST);

      assertThat(found.step().cause()).isEqualTo(Cause.DNS_TRUNCATED);
      assertThat(found.step().detail())
          .endsWith("truncated its answer and cannot be asked over TCP (nobody listens there)");
    }
  }

  @Test
  void silentTcpIsTold() throws Exception {
    try (StubServer server = StubServer.udpAndTcp(TRUNCATED, StubServer.Script.silence());
        Asking asking = Asking.server(server)) {
      Resolution found = asking.resolve(HOST, Duration.ofSeconds(1));

      assertThat(found.step().cause()).isEqualTo(Cause.DNS_TRUNCATED);
      assertThat(found.step().detail()).endsWith("truncated its answer and is silent over TCP");
    }
  }

  @Test
  void thousandsOfAddressesAreBoundedAndCounted() throws Exception {
    int count = 4_000; // more do not fit into a DNS message
    StubServer.Script huge =
        query -> {
          Message reply = Zone.reply(query);
          for (int i = 0; i < count && query.getQuestion().getType() == Type.A; i++) {
            byte[] address = {10, 1, (byte) (i >> 8), (byte) i};
            reply.addRecord(
                new ARecord(
                    query.getQuestion().getName(),
                    DClass.IN,
                    60,
                    InetAddress.getByAddress(address)),
                Section.ANSWER);
          }
          return List.of(reply.toWire(65_535));
        };
    try (StubServer server = StubServer.udpAndTcp(TRUNCATED, huge);
        Asking asking = Asking.server(server)) {
      Resolution found = asking.resolve(HOST);

      assertThat(found.addresses()).hasSize(Selection.MOST);
      assertThat(found.dropped()).isEqualTo(count - Selection.MOST);
    }
  }

  @Test
  void tcpOnlyMeansNoDatagram() throws Exception {
    Zone zone = new Zone().address(HOST, "10.1.2.4");
    try (StubServer server = StubServer.udpAndTcp(zone, zone)) {
      ResolverConfig config =
          new ResolverConfig(
              "test",
              List.of(server.address()),
              List.of(),
              1,
              Asking.PLENTY,
              Asking.PLENTY,
              1,
              Set.of(ResolverOption.TCP_ONLY),
              Map.of());
      try (Asking asking = new Asking(config)) {
        assertThat(asking.resolve(HOST).ok()).isTrue();
        assertThat(server.received).hasValue(0);
      }
    }
  }
}
