// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingsTest {
  @Test
  void durations_have_a_unit() {
    assertThat(Spellings.duration("500ms")).contains(Duration.ofMillis(500));
    assertThat(Spellings.duration("5s")).contains(Duration.ofSeconds(5));
    assertThat(Spellings.duration("2m")).contains(Duration.ofMinutes(2));
    assertThat(Spellings.duration("3h")).contains(Duration.ofHours(3));
    assertThat(Spellings.duration("365d")).contains(Duration.ofDays(365));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "0s",
        "-5s",
        "5 s",
        "1.5s",
        "5S",
        "s",
        "9999999999s",
        "1m30s",
        "366d",
        "999999999h"
      })
  void anything_else_is_no_duration(String text) {
    assertThat(Spellings.duration(text)).isEmpty();
  }

  @Test
  void sizes_count_in_powers_of_two() {
    assertThat(Spellings.size("10B")).contains(10L);
    assertThat(Spellings.size("64KiB")).contains(65_536L);
    assertThat(Spellings.size("999999999GiB")).contains(999_999_999L << 30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0B", "64", "64K", "64KB", "-1B", "1.5MiB"})
  void anything_else_is_no_size(String text) {
    assertThat(Spellings.size(text)).isEmpty();
  }

  @Test
  void percentages_end_at_a_hundred() {
    assertThat(Spellings.percentage("0%")).contains(0);
    assertThat(Spellings.percentage("100%")).contains(100);
    assertThat(Spellings.percentage("101%")).isEmpty();
    assertThat(Spellings.percentage("10")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1e3", "0x1F", "+1", "1.0", "12345678901", "ten"})
  void anything_but_digits_is_no_integer(String text) {
    assertThat(Spellings.integer(text)).isEmpty();
  }
}
