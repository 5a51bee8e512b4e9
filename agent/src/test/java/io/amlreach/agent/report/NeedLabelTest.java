// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeedLabelTest {
  @Test
  void rows_of_one_host_are_told_apart_by_the_row_of_the_catalog() {
    NeedLabel one =
        NeedLabel.of(
            "stacc.blob.core.windows.net:443",
            "mlw/tag-virtualnetwork/stacc.blob.core.windows.net:443",
            "mlw");
    NeedLabel other =
        NeedLabel.of(
            "stacc.blob.core.windows.net:443",
            "mlw/notebooks-storage/stacc.blob.core.windows.net:443",
            "mlw");
    assertThat(one.sentence())
        .isEqualTo("stacc.blob.core.windows.net:443 (mlw/tag-virtualnetwork)");
    assertThat(other.column())
        .isEqualTo("stacc.blob.core.windows.net:443  [mlw/notebooks-storage]");
  }

  @Test
  void a_line_of_a_plain_list_is_told_with_its_protocol() {
    assertThat(NeedLabel.of("h:443", "https://h:443", "").sentence()).isEqualTo("https://h:443");
    assertThat(NeedLabel.of("h:443", "tls://h:443", "").column()).isEqualTo("tls://h:443");
  }

  @Test
  void what_never_changed_has_its_id_alone() {
    assertThat(NeedLabel.of("", "mlw/row/h:443", "").sentence()).isEqualTo("mlw/row/h:443");
  }

  @Test
  void another_id_is_told_whole_and_escaped() {
    assertThat(NeedLabel.of("*.a.net", "mlw/row", "mlw").sentence()).isEqualTo("*.a.net (mlw/row)");
    assertThat(NeedLabel.of("a\u001b:443", "odd\n", "mlw").sentence())
        .isEqualTo("a\\x1b:443 (mlw/odd\\x0a)");
  }
}
