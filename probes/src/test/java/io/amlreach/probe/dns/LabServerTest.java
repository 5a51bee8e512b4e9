// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.amlreach.lab.dns.DnsAnswer;
import io.amlreach.lab.dns.DnsError;
import io.amlreach.lab.dns.DnsServer;
import io.amlreach.lab.dns.Faults;
import io.amlreach.lab.dns.Records;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Resolution;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the lab breaks on purpose is named as it should be. */
class LabServerTest {
  private static final String HOST = "account.blob.lab.example";
  private static final String LINK = "account.privatelink.blob.lab.example";

  private static Resolution resolve(DnsAnswer answer) throws Exception {
    try (DnsServer server = DnsServer.start(io.amlreach.lab.dns.Zone.always(answer));
        Asking asking = Asking.servers(server.address())) {
      return asking.resolve(HOST, Duration.ofMillis(1_000));
    }
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments("unknown name", DnsError.NAME_NOT_FOUND, Cause.NAME_NOT_FOUND),
        arguments("no data", Records.noData(), Cause.NO_ADDRESS),
        arguments("dangling", Records.dangling(LINK), Cause.NAME_NOT_FOUND),
        arguments("server failure", DnsError.SERVER_FAILURE, Cause.DNS_SERVER_FAILURE),
        arguments("refused", DnsError.REFUSED, Cause.DNS_REFUSED),
        arguments("silence", Faults.silence(), Cause.DNS_TIMEOUT),
        arguments("garbage", Faults.garbage(), Cause.DNS_SERVER_FAILURE),
        arguments("overstated", Faults.overstated("10.1.2.4"), Cause.DNS_SERVER_FAILURE),
        arguments("no TCP", Faults.truncated(Faults.silence()), Cause.DNS_TRUNCATED),
        arguments("loop", Faults.aliasLoop(HOST, LINK), Cause.ALIAS_LOOP),
        arguments("long chain", Faults.longAliasChain(40, "10.1.2.4"), Cause.ALIAS_LOOP),
        arguments("sinkhole", Records.of("0.0.0.0", "::"), Cause.SINKHOLED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void everyFaultHasItsCause(String name, DnsAnswer answer, Cause expected) throws Exception {
    Resolution found = resolve(answer);

    assertThat(found.step().cause()).as(name).isEqualTo(expected);
    assertThat(found.step().detail()).as("what was seen").isNotEmpty();
    assertThat(found.addresses()).isEmpty();
  }

  @Test
  void theWholeChainOfAPrivateLinkIsKept() throws Exception {
    Resolution found = resolve(Records.of("10.1.2.4").through(LINK));

    assertThat(found.aliases()).containsExactly(LINK);
    assertThat(Asking.texts(found)).containsExactly("10.1.2.4");
  }

  @Test
  void aForgedAnswerInFrontOfTheTrueOneIsIgnored() throws Exception {
    Resolution found = resolve(Faults.wrongIdBefore(Records.of("203.0.113.7")));

    assertThat(Asking.texts(found)).isEqualTo(List.of("203.0.113.7"));
  }

  @Test
  void aFloodOfAddressesIsBounded() throws Exception {
    Resolution found = resolve(Faults.truncated(Faults.flood()));

    assertThat(found.addresses()).hasSize(Selection.MOST);
    assertThat(found.dropped()).isEqualTo(4_000 - Selection.MOST);
  }
}
