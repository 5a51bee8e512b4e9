// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import static io.amlreach.agent.Outcomes.attempt;
import static io.amlreach.agent.Outcomes.bad;
import static io.amlreach.agent.Outcomes.healthy;
import static io.amlreach.agent.Outcomes.ok;
import static io.amlreach.agent.Outcomes.reached;
import static io.amlreach.agent.Outcomes.targetOf;
import static io.amlreach.agent.Outcomes.unresolved;
import static io.amlreach.agent.metrics.Boards.board;
import static io.amlreach.agent.metrics.Boards.scrape;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.Needs;
import io.amlreach.agent.board.Board;
import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.board.Vantage;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.Reports;
import io.amlreach.agent.state.Condition;
import io.amlreach.agent.verdict.Level;
import io.amlreach.config.Settings;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Stage;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final String BLOB =
      "host=\"contosomlstore.blob.core.windows.net\",port=\"443\",protocol=\"https\"";
  private static final String MLW = "workspace=\"contoso-mlw\"}";

  private static Promtool told(Snapshot snapshot) {
    return told(snapshot, Settings.Metrics.USUAL);
  }

  private static Promtool told(Snapshot snapshot, Settings.Metrics settings) {
    try (Metrics metrics = new Metrics(board(snapshot), settings, "1.2.3")) {
      return Promtool.read(scrape(metrics));
    }
  }

  private static Snapshot with(Snapshot snapshot, Report report) {
    return new Snapshot(
        snapshot.version(),
        report,
        snapshot.standings(),
        snapshot.transitions(),
        snapshot.vantage(),
        snapshot.sweeps(),
        snapshot.loaded(),
        snapshot.storage());
  }

  @Test
  void a_mixed_report_is_told_in_all_families() {
    Map<String, Double> series = told(Boards.seen(Reports.mixed())).series();
    assertThat(series)
        .containsEntry("amlreach_probe_success{" + BLOB + "," + MLW, 0.0)
        .containsEntry("amlreach_probe_raw_success{" + BLOB + "," + MLW, 0.0)
        .containsEntry(
            "amlreach_probe_level{"
                + "host=\"pypi.org\",level=\"warn\",port=\"443\","
                + "protocol=\"https\","
                + MLW,
            1.0)
        .containsEntry(
            "amlreach_probe_cause{cause=\"closed-after-client-hello\","
                + BLOB
                + ",stage=\"tls\","
                + MLW,
            1.0)
        .containsEntry("amlreach_probe_duration_seconds{" + BLOB + ",stage=\"tls\"," + MLW, 0.002)
        .containsEntry(
            "amlreach_probe_addresses{host=\"pypi.org\",port=\"443\",protocol=\"https\","
                + "state=\"failed\","
                + MLW,
            1.0)
        .containsEntry(
            "amlreach_tls_certificate_expiry_timestamp_seconds{host=\"ml.azure.com\","
                + "port=\"443\",protocol=\"https\","
                + MLW,
            1893456000.0)
        .containsEntry(
            "amlreach_probe_state_since_timestamp_seconds{" + BLOB + "," + MLW,
            Boards.SINCE.getEpochSecond() + 0.0)
        .containsEntry("amlreach_targets{level=\"fail\"}", 3.0)
        .containsEntry("amlreach_workspace_targets{level=\"fail\",workspace=\"contoso-mlw\"}", 3.0)
        .containsEntry("amlreach_verdicts{level=\"skipped\"}", 2.0)
        .containsEntry("amlreach_feature_usable{feature=\"notebooks\"," + MLW, 0.0)
        .containsEntry("amlreach_feature_usable{feature=\"python\"," + MLW, 1.0)
        .containsEntry("amlreach_findings{kind=\"inspection\"}", 0.0)
        .containsEntry("amlreach_dns_resolver_disagreements", 0.0)
        .containsEntry("amlreach_sweeps_total", 7.0)
        .containsEntry("amlreach_sweep_overruns_total", 2.0)
        .containsEntry("amlreach_sweep_interval_seconds", 60.0)
        .containsEntry("amlreach_sweep_duration_seconds", 1.234)
        .containsEntry(
            "amlreach_sweep_last_completion_timestamp_seconds", Boards.SWEPT.getEpochSecond() + 0.0)
        .containsEntry("amlreach_vantage_clear", 1.0)
        .containsEntry("amlreach_vantage{view=\"no-resolver\"}", 0.0)
        .containsEntry("amlreach_catalog_info{edition=\"2026-03\"}", 1.0)
        .containsEntry("amlreach_build_info{version=\"1.2.3\"}", 1.0)
        .containsEntry("amlreach_config_last_reload_successful", 1.0)
        .containsEntry("amlreach_journal_healthy", 1.0)
        .containsEntry("amlreach_journal_write_errors_total", 3.0)
        .containsEntry("amlreach_journal_skipped_lines", 4.0);
    assertThat(series.keySet()).anyMatch(name -> name.startsWith("process_files_open_files"));
  }

  @Test
  void silence_is_told_neither_as_success_nor_as_failure() {
    Promtool told = told(Boards.seen(Reports.mixed()));
    String tundra = "host=\"westeurope.tundra.azureml.ms\"";
    assertThat(told.series().keySet())
        .anyMatch(name -> name.startsWith("amlreach_probe_level") && name.contains(tundra))
        .noneMatch(name -> name.startsWith("amlreach_probe_success") && name.contains(tundra))
        .noneMatch(name -> name.startsWith("amlreach_probe_raw_success") && name.contains(tundra));
  }

  @Test
  void alerts_go_by_the_damped_state_and_the_raw_one_is_told_too() {
    Need need = Needs.need("a.example").probed();
    Outcome refused =
        reached(targetOf(need), attempt("20.0.0.1", bad(Stage.TCP, Cause.CONNECTION_REFUSED)));
    Condition fine = new Condition(Level.PASS, Stage.HTTP, Cause.OK);
    Map<String, Double> series =
        told(new Boards().add(need, refused).settled(need, fine, Boards.SINCE).snapshot()).series();
    String labels = "host=\"a.example\",port=\"443\",protocol=\"https\"," + MLW;
    assertThat(series)
        .containsEntry("amlreach_probe_success{" + labels, 1.0)
        .containsEntry("amlreach_probe_raw_success{" + labels, 0.0)
        .containsEntry("amlreach_feature_usable{feature=\"studio\"," + MLW, 1.0)
        .containsEntry("amlreach_targets{level=\"pass\"}", 1.0)
        .containsEntry(
            "amlreach_probe_last_success_timestamp_seconds{" + labels,
            Boards.SINCE.getEpochSecond() + 0.0);
  }

  @Test
  void a_recommended_target_that_fails_warns_and_is_no_success() {
    Need need = Needs.need("pypi.example").recommended().probed();
    Outcome refused =
        reached(targetOf(need), attempt("20.0.0.1", bad(Stage.TCP, Cause.CONNECTION_REFUSED)));
    Snapshot seen = Boards.seen(new Boards().add(need, refused).report());
    String labels = "host=\"pypi.example\",port=\"443\",protocol=\"https\"," + MLW;
    assertThat(told(seen).series())
        .containsEntry("amlreach_probe_success{" + labels, 0.0)
        .containsEntry("amlreach_probe_raw_success{" + labels, 0.0)
        .containsEntry("amlreach_targets{level=\"warn\"}", 1.0);
  }

  @Test
  void of_rows_that_share_a_target_the_worst_counts() {
    Need good = Needs.need("a.example").probed();
    Need other = Needs.need("a.example").pattern("*.example").at(Protocol.HTTPS, 443).probed();
    Outcome fine = reached(targetOf(good), healthy("20.0.0.1"));
    Condition passes = new Condition(Level.PASS, Stage.HTTP, Cause.OK);
    Condition fails = new Condition(Level.FAIL, Stage.TCP, Cause.CONNECT_TIMEOUT);
    Need bad = renamed(other, "second");
    Map<String, Double> series =
        told(new Boards()
                .add(good, fine)
                .add(bad, fine)
                .settled(good, passes, Boards.SWEPT)
                .settled(bad, fails, Boards.SINCE)
                .snapshot())
            .series();
    String labels = "host=\"a.example\",port=\"443\",protocol=\"https\"," + MLW;
    assertThat(series)
        .containsEntry("amlreach_probe_success{" + labels, 0.0)
        .containsEntry(
            "amlreach_probe_last_success_timestamp_seconds{" + labels,
            Boards.SINCE.getEpochSecond() + 0.0)
        .containsEntry("amlreach_targets{level=\"fail\"}", 1.0)
        .containsEntry("amlreach_targets{level=\"pass\"}", 0.0);
  }

  private static Need renamed(Need need, String id) {
    return new Need(
        id,
        need.workspace(),
        need.disposition(),
        need.pattern(),
        need.host(),
        need.port(),
        need.target(),
        need.standIn(),
        need.reason(),
        need.expected(),
        need.required(),
        need.publicAuthority(),
        need.features(),
        need.purpose(),
        need.sources(),
        need.entry());
  }

  @Test
  void a_target_of_two_workspaces_is_told_once_for_each_and_timed_once() {
    Need one = Needs.need("shared.example").probed();
    Need two = renamed(Needs.need("shared.example").workspace("fabrikam").probed(), "two");
    Outcome fine = reached(targetOf(one), healthy("20.0.0.1"));
    Snapshot snapshot = new Boards().add(one, fine).add(two, fine).snapshot();
    try (Metrics metrics = new Metrics(board(snapshot), Settings.Metrics.USUAL, "1")) {
      metrics.observed(Objects.requireNonNull(snapshot.report()));
      Map<String, Double> series = Promtool.read(scrape(metrics)).series();
      assertThat(series.keySet())
          .filteredOn(name -> name.startsWith("amlreach_probe_success"))
          .hasSize(2)
          .anyMatch(name -> name.contains("workspace=\"fabrikam\""))
          .anyMatch(name -> name.contains("workspace=\"contoso-mlw\""));
      assertThat(series)
          .containsEntry(
              "amlreach_stage_duration_seconds_count{protocol=\"https\",stage=\"tls\"}", 1.0)
          .containsEntry("amlreach_targets{level=\"pass\"}", 2.0)
          .containsEntry("amlreach_workspace_targets{level=\"pass\",workspace=\"fabrikam\"}", 1.0);
    }
  }

  @Test
  void what_is_no_longer_needed_vanishes_with_the_next_snapshot() {
    Board board = board(Boards.seen(Reports.mixed()));
    try (Metrics metrics = new Metrics(board, Settings.Metrics.USUAL, "1")) {
      assertThat(scrape(metrics)).contains("pypi.org");
      Need left = Needs.need("left.example").probed();
      Report next = new Boards().add(left, reached(targetOf(left), healthy("20.0.0.1"))).report();
      board.change(now -> with(now, next));
      assertThat(scrape(metrics)).contains("left.example").doesNotContain("pypi.org");
    }
  }

  @Test
  void a_host_that_can_judge_nothing_calls_nothing_a_failure_that_it_did_not_know() {
    Need known = Needs.need("known.example").probed();
    Need fresh = Needs.need("fresh.example").features("python").probed();
    Condition fails = new Condition(Level.FAIL, Stage.TCP, Cause.CONNECT_TIMEOUT);
    Snapshot clear =
        new Boards()
            .add(known, unresolved(targetOf(known), Cause.DNS_TIMEOUT))
            .add(fresh, unresolved(targetOf(fresh), Cause.DNS_TIMEOUT))
            .settled(known, fails, null)
            .snapshot();
    String label = "host=\"fresh.example\"";
    Set<String> series = told(blind(clear)).series().keySet();
    assertThat(series)
        .noneMatch(name -> name.startsWith("amlreach_probe_success") && name.contains(label))
        .noneMatch(name -> name.startsWith("amlreach_feature_usable{feature=\"python\""))
        .anyMatch(name -> name.startsWith("amlreach_probe_success") && name.contains("known."))
        .contains("amlreach_vantage{view=\"no-resolver\"}");
    assertThat(told(blind(clear)).series())
        .containsEntry("amlreach_targets{level=\"unknown\"}", 1.0)
        .containsEntry("amlreach_targets{level=\"fail\"}", 1.0);
    assertThat(told(clear).series().keySet())
        .anyMatch(name -> name.startsWith("amlreach_probe_success") && name.contains(label));
  }

  private static Snapshot blind(Snapshot snapshot) {
    return new Snapshot(
        snapshot.version(),
        snapshot.report(),
        snapshot.standings(),
        snapshot.transitions(),
        new Vantage(Vantage.View.NO_RESOLVER, Boards.SINCE, "10.0.0.4:53 did not answer"),
        snapshot.sweeps(),
        snapshot.loaded(),
        snapshot.storage());
  }

  @Test
  void before_the_first_sweep_nothing_is_said_of_targets() {
    Promtool told = told(Boards.snapshot(null, Map.of()));
    assertThat(told.series().keySet())
        .contains("amlreach_vantage_clear", "amlreach_build_info{version=\"1.2.3\"}")
        .noneMatch(name -> name.startsWith("amlreach_probe"))
        .noneMatch(name -> name.startsWith("amlreach_targets"))
        .noneMatch(name -> name.startsWith("amlreach_findings"))
        .noneMatch(name -> name.startsWith("amlreach_sweep_last"));
  }

  @Test
  void large_fleets_can_do_without_series_for_each_target() {
    Promtool told = told(Boards.seen(Reports.mixed()), new Settings.Metrics(false, Map.of()));
    assertThat(told.series().keySet())
        .noneMatch(name -> name.contains("host="))
        .contains("amlreach_targets{level=\"fail\"}");
  }

  @Test
  void labels_of_the_operator_are_on_every_series_as_they_were_given() {
    Settings.Metrics settings =
        new Settings.Metrics(true, Map.of("costCentre", "a\"b\\c", "site", "north"));
    Promtool told = told(Boards.seen(Reports.mixed()), settings);
    assertThat(told.series().keySet())
        .allMatch(name -> name.contains("costCentre=\"a\\\"b\\\\c\"") && name.contains("north"));
  }

  @Test
  void other_labels_and_switches_are_followed_at_once() {
    Board board = board(Boards.seen(Reports.mixed()));
    try (Metrics metrics = new Metrics(board, Settings.Metrics.USUAL, "1")) {
      assertThat(scrape(metrics)).contains("pypi.org").doesNotContain("north");
      metrics.reconfigured(new Settings.Metrics(false, Map.of("site", "north")));
      assertThat(Promtool.read(scrape(metrics)).series().keySet())
          .allMatch(name -> name.contains("site=\"north\""))
          .noneMatch(name -> name.contains("pypi.org"));
    }
  }

  @Test
  void hostile_names_are_escaped() {
    Need need = Needs.need("evil\"} 1\n\\host").workspace("a\nb\"").probed();
    Outcome fine =
        reached(targetOf(need), attempt("20.0.0.1", ok(Stage.TCP), bad(Stage.TLS, Cause.NOT_TLS)));
    Promtool told = told(new Boards().add(need, fine).snapshot());
    assertThat(told.series().keySet())
        .anyMatch(name -> name.contains("host=\"evil\\\"} 1\\n\\\\host\""));
  }

  @Test
  void every_family_has_help_and_a_type_that_its_name_fits() {
    Promtool told = told(Boards.seen(Reports.mixed()));
    assertThat(told.types()).isNotEmpty();
    told.types()
        .forEach(
            (name, type) -> {
              assertThat(told.helps().get(name)).as(name).isNotBlank();
              assertThat(name.endsWith("_total")).as(name).isEqualTo(type.equals("counter"));
            });
  }

  @Test
  void only_names_that_promtool_likes_are_told() {
    Set<String> names = told(Boards.seen(Reports.mixed())).types().keySet();
    assertThat(names)
        .contains("process_cpu_seconds_total")
        .noneMatch(name -> name.matches(".*_(ns|ms|milliseconds|minutes)(_total)?"))
        .noneMatch(name -> name.matches(".*_(count|sum|bucket)"));
  }

  @Test
  void what_is_scraped_is_drawn_after_a_sweep_before_anybody_asks() {
    Board board = board(Boards.seen(Reports.mixed()));
    try (Metrics metrics = new Metrics(board, Settings.Metrics.USUAL, "1")) {
      scrape(metrics, "accept-encoding", "gzip");
      Need left = Needs.need("left.example").probed();
      Report next = new Boards().add(left, reached(targetOf(left), healthy("20.0.0.1"))).report();
      board.change(now -> with(now, next));
      metrics.observed(next);
      assertThat(scrape(metrics, "accept-encoding", "gzip"))
          .contains("left.example")
          .doesNotContain("pypi.org");
    }
  }
}
