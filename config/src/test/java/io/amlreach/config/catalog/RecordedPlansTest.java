// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.config.Cloud;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a fully described workspace needs, cloud by cloud, as it was read and agreed to once. */
class RecordedPlansTest {
  @ParameterizedTest
  @CsvSource({
    "2026-03, public",
    "2026-03, government",
    "2026-03, china",
    "2021-11, public",
    "2020-04, public"
  })
  void thePlanIsTheRecordedOne(String edition, String cloud) throws Exception {
    Contoso contoso = Contoso.in(Cloud.ofWord(cloud).orElseThrow());

    Plan plan = Expander.expand(contoso.settings(), Editions.of(edition));

    List<String> recorded = Table.lines("plan-" + edition + "-" + cloud + ".txt");
    assertThat(PlanText.lines(plan)).containsExactlyElementsOf(recorded);
  }
}
