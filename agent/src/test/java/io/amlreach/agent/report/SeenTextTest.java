// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeenTextTest {
  private static final List<String> LINES =
      Reports.mixed().verdicts().stream().map(SeenText::of).toList();

  @Test
  void tells_the_layers_and_what_was_seen() {
    assertThat(LINES.get(0))
        .startsWith("dns ok 10.1.2.4  tcp ok 2ms  tls closed after ClientHello 2ms; ")
        .contains("seen: closed-after-client-hello");
  }

  @Test
  void tells_the_failure_first_and_how_many_more_there_are() {
    assertThat(LINES.get(3)).contains("151.101.64.223", "and 1 more").doesNotContain("0.223 ");
  }

  @Test
  void a_pass_needs_no_explanation_and_what_was_not_run_has_its_reason() {
    assertThat(LINES).filteredOn(line -> line.contains("http 200")).hasSize(2);
    assertThat(LINES).filteredOn(line -> line.contains("http 200")).noneMatch(l -> l.contains(";"));
    assertThat(LINES.get(5)).isEqualTo("nothing stands for it");
  }

  @Test
  void is_one_line_that_can_be_read() {
    String line = SeenText.of(Reports.hostile("x".repeat(1000)).verdicts().get(0));
    assertThat(line).hasSize(300).endsWith("...");
  }
}
