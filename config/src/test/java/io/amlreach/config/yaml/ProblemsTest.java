// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProblemsTest {
  private final Problems problems = new Problems();

  @Test
  void problems_are_told_by_place_and_line() {
    problems.add("flag --region", "region", "wrong");
    problems.add("b.yaml:10", "", "ten");
    problems.add("a.yaml:1", "", "one");
    problems.add("b.yaml:9", "key", "nine");
    problems.add("b.yaml", "", "whole");

    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly(
            "flag --region  region: wrong",
            "b.yaml  whole",
            "b.yaml:9  key: nine",
            "b.yaml:10  ten",
            "a.yaml:1  one");
  }

  @Test
  void after_two_hundred_problems_only_one_more_line_is_told() {
    for (int line = 1; line <= 100_000; line++) {
      problems.add("a.yaml:" + line, "", "wrong");
    }

    assertThat(problems.list()).hasSize(201);
    assertThat(problems.list().get(200)).hasToString("a.yaml:201  and more from here on");
  }

  @Test
  void reading_ends_only_when_something_is_wrong() {
    assertThatCode(problems::throwIfAny).doesNotThrowAnyException();

    problems.add("a.yaml:1", "key", "wrong");
    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOfSatisfying(
            ProblemsException.class,
            e -> assertThat(e.problems()).containsExactlyElementsOf(problems.list()));
  }
}
