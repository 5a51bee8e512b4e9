// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {
  private static final List<String> KNOWN =
      List.of("region", "storageAccount", "keyVault", "timeout", "compute-cluster");

  @ParameterizedTest
  @CsvSource({
    "regoin, region",
    "Region, region",
    "storage-account, storageAccount",
    "storageAcount, storageAccount",
    "key_vaults, keyVault",
    "timout, timeout",
    "computeCluster, compute-cluster"
  })
  void a_slip_finds_the_word_that_was_meant(String typed, String meant) {
    assertThat(NearMiss.of(typed, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"x", "password", "resolver", "''"})
  void a_different_word_is_no_near_miss(String typed) {
    assertThat(NearMiss.of(typed, KNOWN)).isEmpty();
  }

  @Test
  void of_two_equally_near_words_the_one_that_starts_alike_is_meant() {
    assertThat(NearMiss.of("2026-04", List.of("2020-04", "2026-03"))).contains("2026-03");
  }

  @Test
  void a_very_long_word_is_not_compared() {
    assertThat(NearMiss.of("r".repeat(1_000_000), KNOWN)).isEmpty();
  }

  @Test
  void the_hint_is_ready_to_be_appended() {
    assertThat("unknown" + NearMiss.hint("regoin", KNOWN))
        .isEqualTo("unknown (did you mean \"region\"?)");
    assertThat(NearMiss.hint("password", KNOWN)).isEmpty();
  }
}
