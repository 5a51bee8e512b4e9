// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.probe.Cause;
import io.amlreach.probe.Resolution;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class DnsCausesTest {
  private static final String HOST = "store.blob.test";

  private static Resolution resolve(StubServer.Script script) throws Exception {
    try (StubServer server = StubServer.udp(script);
        Asking asking = Asking.server(server)) {
      return asking.resolve(HOST);
    }
  }

  @Test
  void bothFamiliesAreFoundWithIpv4First() throws Exception {
    Resolution found = resolve(new Zone().address(HOST, "2001:db8::4").address(HOST, "10.1.2.4"));

    assertThat(found.ok()).isTrue();
    assertThat(Asking.texts(found)).containsExactly("10.1.2.4", "2001:db8:0:0:0:0:0:4");
    assertThat(found.server()).matches("127\\.0\\.0\\.1:\\d+");
    assertThat(found.step().detail()).isEmpty();
    assertThat(found.dropped()).isZero();
  }

  @Test
  void aNameThatDoesNotExistIsNotFound() throws Exception {
    Resolution found = resolve(new Zone());

    assertThat(found.step().cause()).isEqualTo(Cause.NAME_NOT_FOUND);
    assertThat(found.step().detail()).isEqualTo(found.server() + " answered NXDOMAIN");
  }

  @Test
  void aNameWithoutAddressesHasNoAddress() throws Exception {
    Resolution found = resolve(query -> List.of(Zone.reply(query).toWire()));

    assertThat(found.step().cause()).isEqualTo(Cause.NO_ADDRESS);
  }

  @Test
  void refusalAndFailureOfTheServerAreTold() throws Exception {
    Resolution refused = resolve(Zone.rcode(Rcode.REFUSED));
    Resolution failed = resolve(Zone.rcode(Rcode.SERVFAIL));

    assertThat(refused.step().cause()).isEqualTo(Cause.DNS_REFUSED);
    assertThat(refused.step().detail()).isEqualTo(refused.server() + " answered REFUSED");
    assertThat(failed.step().cause()).isEqualTo(Cause.DNS_SERVER_FAILURE);
    assertThat(failed.step().detail()).endsWith("answered SERVFAIL");
  }

  @Test
  void theReasonThatAServerAddsIsTold() throws Exception {
    Resolution found =
        resolve(
            query -> {
              Message reply = Zone.reply(query);
              reply.getHeader().setRcode(Rcode.REFUSED);
              var reason = new ExtendedErrorCodeOption(ExtendedErrorCodeOption.BLOCKED, "policy 7");
              reply.addRecord(new OPTRecord(1_232, 0, 0, 0, reason), Section.ADDITIONAL);
              return List.of(reply.toWire());
            });

    assertThat(found.step().detail()).endsWith("answered REFUSED (BLOCKED: policy 7)");
  }

  @Test
  void aServerThatNeitherKnowsNorRecursesIsAFailure() throws Exception {
    Resolution found =
        resolve(
            query -> {
              Message reply = Zone.reply(query);
              reply.getHeader().unsetFlag(Flags.RA);
              return List.of(reply.toWire());
            });

    assertThat(found.step().cause()).isEqualTo(Cause.DNS_SERVER_FAILURE);
    assertThat(found.step().detail()).endsWith("does not resolve names for this host");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "127.0.0.1", "::1"})
  void anAddressThatLeadsNowhereIsASinkhole(String address) throws Exception {
    Resolution found = resolve(new Zone().address(HOST, address));

    assertThat(found.step().cause()).isEqualTo(Cause.SINKHOLED);
    assertThat(found.addresses()).isEmpty();
    assertThat(found.step().detail())
        .endsWith(" says " + Literals.parse(address).orElseThrow().getHostAddress());
  }

  @Test
  void oneRealAddressBesideASinkholeIsEnough() throws Exception {
    Resolution found = resolve(new Zone().address(HOST, "10.1.2.4").address(HOST, "::"));

    assertThat(found.ok()).isTrue();
  }

  @Test
  void aFamilyWithoutRouteIsLeftOut() throws Exception {
    Zone zone = new Zone().address(HOST, "10.1.2.4").address(HOST, "2001:db8::4");
    Resolution found = resolveRouting(zone, Inet4Address.class::isInstance);

    assertThat(Asking.texts(found)).containsExactly("10.1.2.4");
    assertThat(found.step().detail()).isEqualTo("this host has no IPv6 route");
  }

  @Test
  void addressesOfUnroutableFamiliesAloneAreNoUse() throws Exception {
    Zone zone = new Zone().address(HOST, "2001:db8::4");
    Resolution found = resolveRouting(zone, Inet4Address.class::isInstance);

    assertThat(found.ok()).isFalse();
    assertThat(found.step().cause()).isEqualTo(Cause.NO_USABLE_ADDRESS);
    assertThat(Asking.texts(found)).containsExactly("2001:db8:0:0:0:0:0:4");
    assertThat(found.step().detail())
        .isEqualTo("this host has no IPv6 route to 2001:db8:0:0:0:0:0:4");
  }

  @Test
  void aHostWithoutAnyRouteIsTold() throws Exception {
    Zone zone = new Zone().address(HOST, "10.1.2.4").address(HOST, "2001:db8::4");

    assertThat(resolveRouting(zone, any -> false).step().detail())
        .isEqualTo("this host has no IPv4 or IPv6 route to 10.1.2.4, 2001:db8:0:0:0:0:0:4");
  }

  private static Resolution resolveRouting(Zone zone, Predicate<InetAddress> routed)
      throws Exception {
    try (StubServer server = StubServer.udp(zone);
        Asking asking = Asking.server(server);
        DnsResolver resolver =
            new DnsResolver(
                asking.network,
                Asking.config(server.address()),
                routed,
                UnaryOperator.identity())) {
      return Asking.await(resolver, HOST, Asking.PLENTY);
    }
  }

  @Test
  void aFailureOfOneFamilyIsTold() throws Exception {
    Zone zone = new Zone().address(HOST, "10.1.2.4");
    Resolution found = resolve(Zone.byFamily(zone, Zone.rcode(Rcode.SERVFAIL)));

    assertThat(found.ok()).isTrue();
    assertThat(found.step().detail()).startsWith("AAAA: ").endsWith("answered SERVFAIL");
  }

  @Test
  void silenceAboutOneFamilyDoesNotUseUpTheTime() throws Exception {
    Zone zone = new Zone().address(HOST, "10.1.2.4");
    Resolution found = resolve(Zone.byFamily(zone, StubServer.Script.silence()));

    assertThat(found.ok()).isTrue();
    assertThat(found.step().detail()).startsWith("AAAA: ").endsWith("did not answer in 1.0 s");
    assertThat(found.step().duration()).isLessThan(Duration.ofMillis(2_500));
  }

  @Test
  void anAnswerThatCannotBeReadIsAFailure() throws Exception {
    Resolution found =
        resolve(
            query -> {
              byte[] wire = Zone.reply(query).toWire();
              wire[7] = 9; // nine answers announced, none there
              return List.of(wire);
            });

    assertThat(found.step().cause()).isEqualTo(Cause.DNS_SERVER_FAILURE);
    assertThat(found.step().detail()).endsWith("sent an answer that cannot be read");
  }

  @Test
  void garbageIsNotTakenForSilence() throws Exception {
    try (StubServer server =
            StubServer.udp(query -> List.of("HTTP/1.1 400".getBytes(StandardCharsets.US_ASCII)));
        Asking asking = Asking.server(server)) {
      Resolution found = asking.resolve(HOST, Duration.ofSeconds(1));

      assertThat(found.step().cause()).isEqualTo(Cause.DNS_SERVER_FAILURE);
      assertThat(found.step().detail()).contains("nothing but garbage");
    }
  }

  @Test
  void answersToOtherQuestionsAreIgnored() throws Exception {
    Zone zone = new Zone().address(HOST, "10.1.2.4");
    Resolution found =
        resolve(
            query -> {
              Message wrongId = zone.answer(query);
              wrongId.getHeader().setID(query.getHeader().getID() ^ 1);
              Message wrongName = Zone.reply(query);
              wrongName.removeAllRecords(Section.QUESTION);
              wrongName.addRecord(
                  Record.newRecord(Zone.name("evil.test"), Type.A, DClass.IN), Section.QUESTION);
              return List.of(wrongId.toWire(), wrongName.toWire(), zone.answer(query).toWire());
            });

    assertThat(Asking.texts(found)).containsExactly("10.1.2.4");
  }

  @Test
  void aServerWithoutEdnsIsAskedWithoutIt() throws Exception {
    Zone zone = new Zone().address(HOST, "10.1.2.4");
    Resolution found =
        resolve(
            query ->
                query.getOPT() == null
                    ? zone.replies(query)
                    : Zone.rcode(Rcode.FORMERR).replies(query));

    assertThat(Asking.texts(found)).containsExactly("10.1.2.4");
  }

  @Test
  void moreAddressesThanAreTriedAreCounted() throws Exception {
    Zone zone = new Zone().address(HOST, "2001:db8::1").address(HOST, "2001:db8::2");
    for (int i = 1; i <= 20; i++) {
      zone.address(HOST, "10.0.0." + i);
    }
    Resolution found = resolve(zone);

    List<String> expected = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      expected.add("10.0.0." + i);
    }
    expected.addAll(List.of("2001:db8:0:0:0:0:0:1", "2001:db8:0:0:0:0:0:2"));
    assertThat(Asking.texts(found)).containsExactlyElementsOf(expected);
    assertThat(found.dropped()).isEqualTo(14);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b", ".", "", "has space.test", "bücher.test", "-\u001b[2J.test"})
  void whatIsNoNameIsNotAsked(String host) throws Exception {
    try (StubServer server = StubServer.udp(StubServer.Script.silence());
        Asking asking = Asking.server(server)) {
      assertThat(asking.resolve(host).step().cause()).isEqualTo(Cause.NAME_NOT_FOUND);
      assertThat(server.received).hasValue(0);
    }
  }
}
