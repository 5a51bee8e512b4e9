// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamesTest {
  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "n" + i).toList();
  }

  @Test
  void as_many_as_a_person_reads_are_named() {
    assertThat(Names.of(names(3))).isEqualTo("n0, n1, n2");
    assertThat(Names.of(names(100))).endsWith(", n99");
  }

  @Test
  void of_thousands_the_rest_is_counted() {
    assertThat(Names.of(names(30_000))).hasSizeLessThan(1000).endsWith(", n99 and 29900 more");
  }
}
