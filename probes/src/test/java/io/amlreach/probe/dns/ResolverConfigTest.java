// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResolverConfigTest {
  private static final InetSocketAddress SERVER =
      new InetSocketAddress(Literals.parse("10.0.0.4").orElseThrow(), 53);

  @Test
  void givenServersReplaceTheSystemsButLeaveTheRest() {
    ResolverConfig system =
        new ResolverConfig(
            "file",
            List.of(),
            List.of("corp.test"),
            2,
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            2,
            Set.of(),
            Map.of());
    ResolverConfig given =
        system.withServers("settings", List.of(SERVER)).withTimeout(Duration.ofSeconds(3));

    assertThat(given.servers()).containsExactly(SERVER);
    assertThat(given.search()).containsExactly("corp.test");
    assertThat(given.timeout()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void valuesThatCannotWorkAreRefused() {
    ResolverConfig config = ResolverConfig.ofServers(List.of(SERVER));

    assertThatThrownBy(() -> config.withTimeout(Duration.ZERO)).hasMessageContaining("timeout");
    assertThatThrownBy(
            () ->
                new ResolverConfig(
                    "x",
                    List.of(),
                    List.of(),
                    16,
                    Asking.PLENTY,
                    Asking.PLENTY,
                    1,
                    Set.of(),
                    Map.of()))
        .hasMessageContaining("ndots");
    assertThatThrownBy(
            () ->
                new ResolverConfig(
                    "x",
                    List.of(),
                    List.of(),
                    1,
                    Asking.PLENTY,
                    Asking.PLENTY,
                    0,
                    Set.of(),
                    Map.of()))
        .hasMessageContaining("attempts");
  }
}
