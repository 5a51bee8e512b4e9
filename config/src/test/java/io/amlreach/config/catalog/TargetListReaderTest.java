// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amlreach.config.yaml.ProblemsException;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Target;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetListReaderTest {
  @ParameterizedTest
  @CsvSource({
    "https://host.contoso.com:8443, https, host.contoso.com, 8443, any",
    "host.contoso.com:443, https, host.contoso.com, 443, any",
    "host.contoso.com:445 private, smb, host.contoso.com, 445, private",
    "host.contoso.com:1433, tcp, host.contoso.com, 1433, any",
    "host.contoso.com public, https, host.contoso.com, 443, public",
    "HOST.Contoso.com., https, host.contoso.com, 443, any",
    "tls://host.contoso.com, tls, host.contoso.com, 443, any",
    "http://host.contoso.com any, http, host.contoso.com, 80, any",
    "smb://host.contoso.com, smb, host.contoso.com, 445, any",
    "udp://host.contoso.com:5831, udp, host.contoso.com, 5831, any",
    "tcp://10.0.0.4:22, tcp, 10.0.0.4, 22, any",
    "https://[2001:DB8::1]:443 private, https, 2001:db8::1, 443, private",
    "[::1], https, ::1, 443, any",
    "under_score.contoso.com, https, under_score.contoso.com, 443, any",
    "bücher.example:443, https, xn--bcher-kva.example, 443, any"
  })
  void aLineMeansOneTarget(String line, String protocol, String host, int port, String expected)
      throws Exception {
    Plan plan = TargetListReader.read("targets.txt", List.of(line));

    Need need = plan.needs().get(0);
    assertThat(need.target())
        .isEqualTo(new Target(host, port, Protocol.ofWord(protocol).orElseThrow()));
    assertThat(need.expected().word()).isEqualTo(expected);
    assertThat(need.pattern()).isEqualTo(host);
    assertThat(need.required()).isTrue();
    assertThat(need.publicAuthority()).isFalse();
    assertThat(need.features()).isEmpty();
    assertThat(plan.edition()).isEmpty();
  }

  @Test
  void commentsAndBlankLinesAreNothing() throws Exception {
    Plan plan =
        TargetListReader.read(
            "targets.txt",
            List.of("# all", "", "  a.contoso.com  # the first", "\t", "b.contoso.com:80"));

    assertThat(plan.needs())
        .extracting(Need::id)
        .containsExactly("https://a.contoso.com:443", "http://b.contoso.com:80");
  }

  @Test
  void aTargetGivenTwiceIsTakenOnce() throws Exception {
    Plan plan =
        TargetListReader.read("targets.txt", List.of("a.contoso.com", "https://a.contoso.com:443"));

    assertThat(plan.needs()).hasSize(1);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    List<String> lines =
        List.of(
            "a.contoso.com",
            "htps://a.contoso.com:443",
            "a.contoso.com:0",
            "a.contoso.com:65536",
            "a.contoso.com:",
            "a..contoso.com",
            "-a.contoso.com",
            "https://a.contoso.com/path",
            "2001:db8::1:443",
            "[2001:db8::g]:443",
            "[fe80::1%eth0]:443",
            "[2001:db8::1",
            "999.0.0.1:443",
            "tcp://a.contoso.com",
            "a.contoso.com privat",
            "a.contoso.com private any",
            "a.contoso.com private",
            "x".repeat(64) + ".contoso.com");

    assertThatThrownBy(() -> TargetListReader.read("targets.txt", lines))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Object::toString)
                    .containsExactlyElementsOf(Table.lines("invalid-targets.txt")));
  }

  @Test
  void anEmptyListIsAProblem() {
    assertThatThrownBy(() -> TargetListReader.read("targets.txt", List.of("# nothing")))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Object::toString)
                    .containsExactly("targets.txt  expected at least one target, found none"));
  }

  @Test
  void aWrongFileIsNotToldLineByLineToItsEnd() {
    List<String> lines = IntStream.range(0, 10_000).mapToObj(i -> "no target " + i).toList();

    assertThatThrownBy(() -> TargetListReader.read("targets.txt", lines))
        .isInstanceOfSatisfying(ProblemsException.class, e -> assertThat(e.problems()).hasSize(50));
  }

  @Test
  void tenThousandLinesAreTenThousandTargets() throws Exception {
    List<String> lines =
        IntStream.range(0, 10_000).mapToObj(i -> "https://h" + i + ".contoso.com:443").toList();

    Plan plan = TargetListReader.read("targets.txt", lines);

    assertThat(plan.targets()).hasSize(10_000);
    assertThat(plan.needs()).extracting(Need::expected).containsOnly(AddressScope.ANY);
  }
}
