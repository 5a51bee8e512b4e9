// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckMetricsTest {
  private static final String CLOSED = "127.0.0.1:1";

  @TempDir Path folder;

  private static Run check(String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "check";
    args[1] = "--targets";
    args[2] = "-";
    System.arraycopy(more, 0, args, 3, more.length);
    return Run.with(CLOSED + "\n", Map.of(), args);
  }

  @Test
  void a_check_is_told_as_metrics_of_itself_alone() {
    Run run = check("--format", "prometheus");
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out())
        .contains(
            "amlreach_probe_success{host=\"127.0.0.1\",port=\"1\",protocol=\"tcp\","
                + "workspace=\"\"} 0.0\n")
        .contains("# TYPE amlreach_sweep_last_completion_timestamp_seconds gauge\n")
        .doesNotContain("jvm_", "amlreach_sweeps_total", "# EOF");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void a_check_that_could_see_nothing_says_so_and_calls_nothing_a_failure() {
    Run run =
        Run.with(
            "https://nobody.invalid\n",
            Map.of(),
            "check",
            "--targets",
            "-",
            "--dns-server=" + CLOSED,
            "--format=prometheus");
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out())
        .contains("amlreach_vantage_clear 0.0\n", "amlreach_vantage{view=\"no-resolver\"} 1.0\n")
        .contains("amlreach_targets{level=\"unknown\"} 1.0\n")
        .doesNotContain("amlreach_probe_success{", "amlreach_feature_usable{");
    assertThat(check("--format", "prometheus").out()).contains("amlreach_vantage_clear 1.0\n");
  }

  @Test
  void a_textfile_appears_as_a_whole_and_others_may_read_it() throws IOException {
    Path file = folder.resolve("amlreach.prom");
    Files.writeString(file, "old");
    Object before = Files.readAttributes(file, "unix:ino").get("ino");
    check("--format", "prometheus", "--output", file.toString());
    assertThat(Files.readString(file)).contains("amlreach_build_info").doesNotContain("old");
    assertThat(Files.readAttributes(file, "unix:ino").get("ino")).isNotEqualTo(before);
    String umaskFree = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    Path usual = Files.createFile(folder.resolve("usual"));
    assertThat(umaskFree)
        .isEqualTo(PosixFilePermissions.toString(Files.getPosixFilePermissions(usual)));
    try (var left = Files.list(folder)) {
      assertThat(left).hasSize(2);
    }
  }

  @Test
  void settings_give_the_labels_and_leave_out_targets() throws IOException {
    Path settings = folder.resolve("a.yaml");
    Files.writeString(settings, "metrics: {perTarget: false, externalLabels: {site: north}}\n");
    assertThat(check("--format", "prometheus", "--config", settings.toString()).out())
        .contains("amlreach_targets{level=\"fail\",site=\"north\"} 1.0\n")
        .doesNotContain("127.0.0.1");
  }

  @Test
  void a_push_that_fails_is_told_and_changes_neither_report_nor_exit_code() {
    Run run = check("--pushgateway", "http://127.0.0.1:1", "--format", "csv");
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out()).contains("connection-refused");
    assertThat(run.err())
        .contains("amlreach: the metrics could not be pushed to http://127.0.0.1:1/metrics/job/")
        .contains(": Connection refused");
  }
}
