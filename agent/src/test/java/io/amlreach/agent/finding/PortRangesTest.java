// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortRangesTest {
  @Test
  void onePortIsItself() {
    assertThat(PortRanges.of(Map.of("https", List.of(443)))).containsExactly("https/443");
  }

  @Test
  void threeInARowAreARangeInWhateverOrderAndHoweverOftenTheyCome() {
    assertThat(PortRanges.of(Map.of("tcp", List.of(7, 5, 6, 6, 80, 81, 65535))))
        .containsExactly("tcp/5-7", "tcp/80", "tcp/81", "tcp/65535");
  }

  @Test
  void protocolsStayApartAndInTheirOrder() {
    Map<String, List<Integer>> ports = new LinkedHashMap<>();
    ports.put("udp", List.of(1, 3));
    ports.put("tcp", List.of(2, 3, 4));
    assertThat(PortRanges.of(ports)).containsExactly("udp/1", "udp/3", "tcp/2-4");
  }

  @Test
  void thousandsAreTwoWords() {
    List<Integer> ports = IntStream.rangeClosed(5000, 6999).boxed().toList();
    assertThat(PortRanges.of(Map.of("tcp", ports))).containsExactly("tcp/5000-6999");
  }
}
