// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.sweep;

import static io.amlreach.agent.Outcomes.address;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.config.Settings;
import io.amlreach.config.catalog.Plan;
import io.amlreach.config.catalog.TargetListReader;
import io.amlreach.probe.Target;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ControlsTest {
  private static final InetAddress NOBODY = Settings.Probe.NOBODY;

  @Test
  void aPlainListHasThemOnlyWhereAConnectIsAllThatIsAsked() throws Exception {
    assertThat(controls(NOBODY, "https://a.example", "smb://b.example")).isEmpty();
    assertThat(controls(NOBODY, "https://a.example", "tcp://b.example:8787", "c.example:8787"))
        .containsExactly("tcp://192.0.2.1:8787");
  }

  @Test
  void aCatalogHasThemOnEveryTcpPortAndTheConnectsComeFirst() throws Exception {
    Plan list = list("https://a.example", "udp://b.example:5831", "tcp://c.example:8787");
    assertThat(Controls.of(new Plan("2026-03", list.needs()), NOBODY))
        .extracting(Target::toString)
        .containsExactly("tcp://192.0.2.1:8787", "tcp://192.0.2.1:443");
  }

  @Test
  void anAddressOfTheNewFamilyHasAControlOfItsOwnFamily() throws Exception {
    assertThat(controls(NOBODY, "tcp://[2001:db8:1::7]:22"))
        .containsExactly("tcp://[2001:db8::1]:22");
  }

  @Test
  void anOwnAddressStandsForAllAndOffMeansNone() throws Exception {
    assertThat(controls(address("10.255.0.1"), "tcp://a.example:22", "tcp://[fd00::7]:22"))
        .containsExactly("tcp://10.255.0.1:22");
    assertThat(controls(null, "tcp://a.example:22")).isEmpty();
  }

  @Test
  void thereAreNeverSoManyThatItLooksLikeAScan() throws Exception {
    String[] lines =
        IntStream.range(1000, 1100)
            .mapToObj(port -> "tcp://a.example:" + port)
            .toArray(String[]::new);
    assertThat(controls(NOBODY, lines)).hasSize(16);
  }

  @Test
  void theyAreNeverWaitedForLongerThanATarget() {
    assertThat(Controls.timeout(Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(1));
    assertThat(Controls.timeout(Duration.ofMillis(300))).isEqualTo(Duration.ofMillis(300));
  }

  private static List<String> controls(@Nullable InetAddress address, String... lines)
      throws Exception {
    return Controls.of(list(lines), address).stream().map(Target::toString).toList();
  }

  private static Plan list(String... lines) throws Exception {
    return TargetListReader.read("test", List.of(lines));
  }
}
