// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import static io.amlreach.agent.metrics.Boards.board;
import static io.amlreach.agent.metrics.Boards.scrape;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.report.Reports;
import io.amlreach.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReferencePageTest {
  private static final Path PAGE = Path.of("../deploy/METRICS.md");

  @Test
  void the_page_is_what_the_code_says() throws IOException {
    if (Boolean.getBoolean("metrics.write")) {
      Files.writeString(PAGE, ReferencePage.text());
    }
    assertThat(Files.readString(PAGE)).isEqualTo(ReferencePage.text());
  }

  @Test
  void a_scrape_tells_nothing_that_the_page_does_not() {
    Snapshot snapshot = Boards.seen(Reports.mixed());
    Set<String> listed =
        Stream.concat(Families.ALL.stream().map(Family::described), Living.FAMILIES.stream())
            .map(Described::name)
            .collect(Collectors.toSet());
    try (Metrics metrics = new Metrics(board(snapshot), Settings.Metrics.USUAL, "1")) {
      metrics.observed(Objects.requireNonNull(snapshot.report()));
      metrics.receiver("otlp");
      Set<String> told = Promtool.read(scrape(metrics)).types().keySet();
      assertThat(told)
          .filteredOn(name -> Living.OF_PROCESS.stream().noneMatch(name::startsWith))
          .containsExactlyInAnyOrderElementsOf(listed);
    }
  }

  @Test
  void what_a_scrape_tells_is_of_the_type_that_the_page_says() {
    Snapshot snapshot = Boards.seen(Reports.mixed());
    try (Metrics metrics = new Metrics(board(snapshot), Settings.Metrics.USUAL, "1")) {
      Promtool told = Promtool.read(scrape(metrics));
      for (Family family : Families.ALL) {
        Described described = family.described();
        String type = described.type() == Described.Type.INFO ? "gauge" : described.type().word();
        assertThat(told.types()).containsEntry(described.name(), type);
        assertThat(told.helps()).containsEntry(described.name(), described.help());
      }
    }
  }
}
