// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.Outcomes;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefixPreservingTest {
  private final PrefixPreserving mine = with("one machine");

  @ParameterizedTest
  @CsvSource({
    "10.1.2.4, 10.",
    "172.20.3.4, 172.(1[6-9]|2[0-9]|3[01]).",
    "192.168.7.9, 192.168.",
    "100.64.0.9, 100.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7]).",
    "169.254.7.9, 169.254.",
    "fd12:0:0:1:0:0:0:5, fd",
  })
  void whatIsPrivateStaysPrivateOfTheSameKind(String address, String start) {
    assertThat(of(mine, address)).matches(start.replace(".", "\\.") + ".*");
  }

  @Test
  void neighboursStayNeighboursAndNoTwoBecomeOne() {
    Set<String> seen = new HashSet<>();
    int subnet = 24;
    for (int host = 0; host < 256; host++) {
      InetAddress replaced = mine.of(Outcomes.address("10.1.2." + host));
      seen.add(replaced.getHostAddress());
      assertThat(shared(replaced, mine.of(Outcomes.address("10.1.2.0"))))
          .isGreaterThanOrEqualTo(subnet);
    }
    assertThat(seen).hasSize(256);
    assertThat(shared(of("10.1.2.0"), of("10.1.3.0"))).isEqualTo(23);
    assertThat(shared(of("10.1.2.0"), of("10.200.3.0"))).isEqualTo(8);
  }

  @Test
  void itIsTheSameEachTimeAndAnotherWithAnotherKey() {
    assertThat(of(mine, "10.1.2.4")).isEqualTo(of(with("one machine"), "10.1.2.4"));
    assertThat(of(mine, "10.1.2.4")).isNotEqualTo(of(with("another"), "10.1.2.4"));
  }

  private InetAddress of(String address) {
    return mine.of(Outcomes.address(address));
  }

  private static String of(PrefixPreserving how, String address) {
    return how.of(Outcomes.address(address)).getHostAddress();
  }

  private static PrefixPreserving with(String secret) {
    return new PrefixPreserving(new ShareKey(secret.getBytes(StandardCharsets.UTF_8)));
  }

  private static int shared(InetAddress one, InetAddress other) {
    int differing =
        ByteBuffer.wrap(one.getAddress()).getInt() ^ ByteBuffer.wrap(other.getAddress()).getInt();
    return Integer.numberOfLeadingZeros(differing);
  }
}
