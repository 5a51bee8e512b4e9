// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.Needs;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Cause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdviceTest {
  @ParameterizedTest
  @EnumSource(Cause.class)
  void everyCauseSaysWhatItMeans(Cause cause) {
    Advice advice = Advice.of(cause);
    assertThat(advice.title()).isNotBlank().hasSizeLessThan(36).doesNotEndWith(".");
    assertThat(advice.meaning()).endsWith(".");
  }

  @ParameterizedTest
  @EnumSource(value = Cause.class, mode = EnumSource.Mode.EXCLUDE, names = "OK")
  void everyCauseSaysWhatToDo(Cause cause) {
    Advice advice = Advice.of(cause);
    Need need = Needs.need("a.example").probed();
    assertThat(advice.remedy().forAny()).endsWith(".").doesNotContain("{");
    assertThat(advice.remedy().forMany()).endsWith(".").doesNotContain("{");
    assertThat(advice.remedy().forOne(need, null)).endsWith(".").doesNotContain("{");
  }
}
