// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.probe.Cause;
import io.amlreach.probe.Resolution;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Rcode;

class SearchListTest {
  @ParameterizedTest
  @CsvSource({
    "store, 1, 'store.a.test. store.b.test. store.', 2",
    "store.blob, 1, 'store.blob. store.blob.a.test. store.blob.b.test.', 0",
    "store.blob, 5, 'store.blob.a.test. store.blob.b.test. store.blob.', 2",
    "store, 0, 'store. store.a.test. store.b.test.', 0",
    "store.blob., 5, store.blob., 0",
    "a..b, 1, '', 0"
  })
  void namesAreTriedInTheOrderOfResolvConf(String host, int ndots, String expected, int asGiven) {
    SearchList list = SearchList.of(host, List.of("a.test", "b.test"), ndots);
    String names = String.join(" ", list.candidates().stream().map(Object::toString).toList());

    if (!host.endsWith(".")) {
      assertThat(names).isEqualTo(expected);
    } else {
      assertThat(list.candidates()).hasSize(1);
    }
    assertThat(list.asGiven()).isEqualTo(asGiven);
  }

  private static Resolution resolve(Zone zone, String host) throws Exception {
    try (StubServer server = StubServer.udp(zone);
        Asking asking =
            new Asking(Asking.config(server, List.of("a.test", "b.test"), 1, Map.of()))) {
      return asking.resolve(host);
    }
  }

  @Test
  void aShortNameIsFoundInASearchDomain() throws Exception {
    Resolution found = resolve(new Zone().address("store.b.test", "10.1.2.4"), "store");

    assertThat(Asking.texts(found)).containsExactly("10.1.2.4");
    assertThat(found.step().detail()).isEqualTo("found as store.b.test");
  }

  @Test
  void aNameFoundNowhereIsReportedAsGiven() throws Exception {
    Zone zone = new Zone().alias("store.blob", "gone.privatelink.blob");
    Resolution found = resolve(zone, "store.blob");

    assertThat(found.step().cause()).isEqualTo(Cause.NAME_NOT_FOUND);
    assertThat(found.aliases()).containsExactly("gone.privatelink.blob");
  }

  @Test
  void aServerFailureIsNotCoveredUpByTheSearchList() throws Exception {
    Zone zone =
        new Zone().fails("store.blob", Rcode.SERVFAIL).address("store.blob.a.test", "10.9.9.9");

    assertThat(resolve(zone, "store.blob").step().cause()).isEqualTo(Cause.DNS_SERVER_FAILURE);
  }
}
