// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
  private static InetAddress address(String text) {
    return Literals.parse(text).orElseThrow();
  }

  @Test
  void theLoopbackHasARoute() {
    assertThat(new Routes().test(address("127.0.0.1"))).isTrue();
  }

  @Test
  void anAddressThatNoSocketMayHaveHasNone() {
    // limited broadcast (RFC 919) needs a permission that our sockets do not ask for
    assertThat(new Routes().test(address("255.255.255.255"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "3, 2, 3, 2, 0",
    "20, 0, 8, 0, 12",
    "20, 2, 6, 2, 14",
    "20, 20, 4, 4, 32",
    "1, 20, 1, 7, 13"
  })
  void neitherFamilyPushesTheOtherOut(int v4, int v6, int tried4, int tried6, int dropped) {
    List<InetAddress> found = new ArrayList<>();
    for (int i = 1; i <= v6; i++) {
      found.add(address("2001:db8::" + i));
    }
    for (int i = 1; i <= v4; i++) {
      found.add(address("10.0.0." + i));
      found.add(address("10.0.0." + i));
    }
    Selection selection = Selection.of(found, any -> true);

    assertThat(selection.addresses()).doesNotHaveDuplicates().hasSize(tried4 + tried6);
    assertThat(selection.addresses().stream().filter(a -> a.getAddress().length == 4))
        .hasSize(tried4);
    assertThat(selection.dropped()).isEqualTo(dropped);
  }
}
