// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.config.catalog.CatalogEntry.Condition;
import io.amlreach.config.catalog.CatalogEntry.PortUse;
import io.amlreach.config.catalog.CatalogEntry.Transport;
import io.amlreach.probe.Protocol;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How ports, hosts and patterns may be written. */
class SpellingsTest {
  @Test
  void aBarePortIsSpokenToAsIsUsualForIt() {
    assertThat(PortSpelling.parse("443")).hasValue(new PortUse(443, Protocol.HTTPS, true));
    assertThat(PortSpelling.parse("445")).hasValue(new PortUse(445, Protocol.SMB, true));
    assertThat(PortSpelling.parse("443?")).hasValue(new PortUse(443, Protocol.HTTPS, false));
  }

  @Test
  void aPortMayNameItsProtocolRangeTransportAndCondition() {
    assertThat(PortSpelling.parse("tls/8443")).hasValue(new PortUse(8443, Protocol.TLS, true));
    assertThat(PortSpelling.parse("udp/5831")).hasValue(new PortUse(5831, Protocol.UDP, true));
    assertThat(PortSpelling.parse("tcp/8704-8993"))
        .hasValue(new PortUse(8704, 8993, Protocol.TCP, Transport.TCP, true, List.of()));
    assertThat(PortSpelling.parse("any/443"))
        .hasValue(new PortUse(443, 443, Protocol.HTTPS, Transport.ANY, true, List.of()));
    assertThat(PortSpelling.parse("any/*"))
        .hasValue(new PortUse(1, 65_535, Protocol.TCP, Transport.ANY, true, List.of()));
    assertThat(PortSpelling.parse("tcp/8787 if private-endpoint"))
        .hasValue(
            new PortUse(
                8787,
                8787,
                Protocol.TCP,
                Transport.TCP,
                true,
                List.of(Condition.PRIVATE_ENDPOINT)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "65536", "443 ", "-443", "quic/443", "90-80", "443 if", "443??"})
  void whatIsNoPortIsRefused(String text) {
    assertThat(PortSpelling.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a..b",
        "-a.b",
        "a-.b",
        "a b",
        "a/b",
        "1.2.3",
        "1.2.3.256",
        "1.2.3.4.5",
        "*.a",
        "<a>.b",
        "a\u0000.b"
      })
  void whatIsNoHostNameIsRefused(String text) {
    assertThat(HostName.of(text)).isEmpty();
  }

  @Test
  void namesAreBoundedByLabelAndInAll() {
    String label = "a".repeat(63);
    String longest = String.join(".", label, label, label, "a".repeat(61));

    assertThat(HostName.of(longest)).hasValue(longest);
    assertThat(HostName.of(longest + "a")).isEmpty();
    assertThat(HostName.of(label + "a.b")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "*.azureml.ms, westeurope.api.azureml.ms, true",
    "*.azureml.ms, azureml.ms, false",
    "*.azureml.ms, azureml.ms.evil.example, false",
    "*pytorch.org, pytorch.org, true",
    "*pytorch.org, notpytorch.org, true",
    "<storage>.blob.core.windows.net, contoso.blob.core.windows.net, true",
    "<storage>.blob.core.windows.net, a.b.blob.core.windows.net, false",
    "https://github.com/microsoft/*, github.com, true",
    "*.hcp.<location>.azmk8s.io, c1.hcp.westeurope.azmk8s.io, true"
  })
  void aPatternCoversWhatARuleForItLetsThrough(String pattern, String host, boolean covered) {
    assertThat(HostPattern.covers(pattern, host)).isEqualTo(covered);
  }
}
