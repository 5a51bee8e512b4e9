// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.probe.Cause;
import io.amlreach.probe.Resolution;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WithoutServersTest {
  private static Resolution resolve(String host, Map<String, List<InetAddress>> hosts)
      throws Exception {
    try (StubServer server = StubServer.udp(new Zone());
        Asking asking = new Asking(Asking.config(server, List.of("corp.test"), 1, hosts))) {
      Resolution found = asking.resolve(host);
      assertThat(server.received).as("questions to the server").hasValue(0);
      return found;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.4, 10.1.2.4",
    "127.0.0.1, 127.0.0.1",
    "2001:db8::4, 2001:db8:0:0:0:0:0:4",
    "[2001:db8::4], 2001:db8:0:0:0:0:0:4"
  })
  void anAddressIsItsOwnAnswer(String text, String address) throws Exception {
    Resolution found = resolve(text, Map.of());

    assertThat(found.ok()).isTrue();
    assertThat(Asking.texts(found)).containsExactly(address);
    assertThat(found.server()).isEqualTo("literal");
  }

  @Test
  void theHostsFileComesFirst() throws Exception {
    var hosts = HostsFile.parse(List.of("10.1.2.4 Store.Blob.test", "2001:db8::4 store.blob.test"));
    Resolution found = resolve("STORE.blob.test", hosts);

    assertThat(Asking.texts(found)).containsExactly("10.1.2.4", "2001:db8:0:0:0:0:0:4");
    assertThat(found.server()).isEqualTo("hosts file");
  }

  @Test
  void aSinkholeInTheHostsFileIsTold() throws Exception {
    Resolution found = resolve("ads.test.", HostsFile.parse(List.of("0.0.0.0 ads.test")));

    assertThat(found.step().cause()).isEqualTo(Cause.SINKHOLED);
    assertThat(found.step().detail()).isEqualTo("hosts file says 0.0.0.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LocalHost.", "lab.localhost"})
  void localhostIsThisMachineAndNoSinkhole(String host) throws Exception {
    assertThat(Asking.texts(resolve(host, Map.of()))).contains("127.0.0.1");
    var hosts = HostsFile.parse(List.of("127.0.0.1 localhost lab.localhost"));
    assertThat(resolve(host, hosts).ok()).isTrue();
  }
}
