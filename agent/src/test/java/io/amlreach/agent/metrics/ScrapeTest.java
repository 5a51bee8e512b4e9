// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import static io.amlreach.agent.metrics.Boards.board;
import static io.amlreach.agent.metrics.Boards.request;
import static io.amlreach.agent.metrics.Boards.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.board.Board;
import io.amlreach.agent.report.Reports;
import io.amlreach.agent.web.Reply;
import io.amlreach.config.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrapeTest {
  private static final String OPENMETRICS = "application/openmetrics-text";

  private final Board board = board(Boards.seen(Reports.mixed()));

  private Reply scrape(String... headers) {
    try (Metrics metrics = new Metrics(board, Settings.Metrics.USUAL, "1")) {
      return metrics.answer(request(headers));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | text/plain",
        "*/* | text/plain",
        "text/html | text/plain",
        "application/openmetrics-text | application/openmetrics-text",
        "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;q=0.3,*/*;q=0.2"
            + " | application/openmetrics-text",
        "text/plain;version=0.0.4;q=0.9,application/openmetrics-text;q=0.5 | text/plain",
        "application/openmetrics-text;q=0 | text/plain",
        "application/openmetrics-text;q=x | text/plain",
        "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited"
            + " | text/plain",
        "application/vnd.google.protobuf;q=0.6,application/openmetrics-text;q=0.5,text/plain;q=0.3"
            + " | application/openmetrics-text"
      })
  void the_client_gets_what_it_prefers_of_what_there_is(String accept, String type) {
    assertThat(scrape("accept", accept).contentType()).startsWith(type + "; version=");
  }

  @Test
  void openmetrics_ends_once_and_names_counters_and_units_as_it_should() {
    String body = text(scrape("accept", OPENMETRICS));
    assertThat(body).endsWith("# EOF\n").containsOnlyOnce("# EOF");
    assertThat(body)
        .contains("# TYPE amlreach_sweeps counter\n", "amlreach_sweeps_total 7.0\n")
        .contains("# TYPE amlreach_build info\n", "amlreach_build_info{version=\"1\"} 1\n")
        .contains("# UNIT amlreach_probe_duration_seconds seconds\n");
  }

  @Test
  void text_has_no_end_mark() {
    assertThat(text(scrape())).doesNotContain("# EOF").endsWith("\n");
  }

  @ParameterizedTest
  @CsvSource({"gzip,true", "'br, gzip;q=0.5',true", "gzip;q=0,false", "deflate,false", "'',false"})
  void who_takes_gzip_gets_it(String accepted, boolean zipped) {
    Reply reply = scrape("accept-encoding", accepted);
    assertThat(reply.headers().containsKey("Content-Encoding")).isEqualTo(zipped);
    assertThat(reply.headers()).containsEntry("Vary", "Accept, Accept-Encoding");
    assertThat(text(reply)).contains("amlreach_targets{level=\"fail\"} 3.0\n", "jvm_");
  }

  @Test
  void a_zipped_scrape_is_whole_when_the_first_part_is_kept_and_when_it_is_large() {
    Board large = board(Boards.seen(Reports.many(2000)));
    try (Metrics metrics = new Metrics(large, Settings.Metrics.USUAL, "1")) {
      for (int i = 0; i < 2; i++) {
        Reply reply = metrics.answer(request("accept-encoding", "gzip", "accept", OPENMETRICS));
        String body = text(reply);
        assertThat(body).endsWith("# EOF\n").contains("host1999.region");
        assertThat(reply.body().length).isLessThan(body.length() / 8);
      }
    }
  }
}
