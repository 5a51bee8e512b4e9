// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The page that lists all metrics, made of the table that a scrape is made of. */
final class ReferencePage {
  private static final String HEAD =
      """
      # Metrics

      Made from the code: do not edit. To write it anew:
      `./mvnw -pl agent -am test -Dtest=ReferencePageTest -Dsurefire.failIfNoSpecifiedTests=false -Dmetrics.write=true`

      A scrape of `/metrics` reads what the last sweep left and probes nothing. Text 0.0.4 and OpenMetrics 1.0
      are spoken. Series of what is no longer configured vanish with the next sweep. `externalLabels` of the
      settings are on every series; `job` and `instance` cannot be among them, because Prometheus and the
      Pushgateway set those themselves and would rename or overwrite others.

      - **Damping**: `probe_success`, `probe_level`, `probe_cause`, `targets`, `workspace_targets` and
        `feature_usable` follow what is seen only after it was seen `failAfter` (`passAfter`) times in a row. What
        is first seen of a target counts at once, a failure too: at a first start, after settings added the target,
        and after a restart that found no journal.
        Alert on these. `probe_raw_success`, `verdicts` and `findings` are of the last sweep alone.
      - **One target, several rows**: where several rows of the matrix need the same host, port and protocol in
        one workspace, the worst of them counts. A target that two workspaces need is probed once and told once
        for each.
      - **No answer is no failure**: a target whose level is `unknown` or `skipped` has no `probe_success`; ask
        `probe_level` for those.
      - **Where this host itself has no network** (`vantage_clear` is 0), states stay as they were. A
        target of which nothing was known yet, and each of a single check, which remembers nothing, is
        `unknown` instead of failing: alert on `vantage_clear` as well.
      - **Where nobody scrapes**: `--format prometheus` (for node_exporter's textfile collector) and the pushes
        of a single check tell the families marked *check*; the daemon's pushes to a Pushgateway tell
        everything, those over OTLP the first two tables and the histogram. A Pushgateway groups by `job` and
        `instance`, the name of the host; a value with unusual characters is sent as base64.

      """;

  private ReferencePage() {}

  static String text() {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("## For each target of each workspace\n\n");
    page.append("Left out with `metrics: {perTarget: false}`.\n\n");
    table(page, Families.ALL.stream().filter(one -> one.occasion().perTarget()).toList());
    page.append("\n## Of the whole\n\n");
    table(page, Families.ALL.stream().filter(one -> !one.occasion().perTarget()).toList());
    page.append("\n## Over time, of the daemon only\n\n");
    page.append("| name | type | labels | meaning |\n| --- | --- | --- | --- |\n");
    Living.FAMILIES.forEach(one -> page.append("| ").append(row(one)).append(" |\n"));
    page.append("\n## Of the process\n\n");
    page.append("By Micrometer, of the daemon only. Their names begin with ");
    page.append(
        Living.OF_PROCESS.stream()
            .map(prefix -> "`" + prefix + "`")
            .collect(Collectors.joining(", ")));
    return page.append(".\n").toString();
  }

  private static void table(StringBuilder page, List<Family> families) {
    page.append("| name | type | labels | meaning | told by |\n| --- | --- | --- | --- | --- |\n");
    for (Family family : families) {
      String by = family.occasion().daemonOnly() ? "daemon" : "daemon, check";
      page.append("| ").append(row(family.described())).append(" | ").append(by).append(" |\n");
    }
  }

  private static String row(Described described) {
    List<String> cells = new ArrayList<>();
    cells.add("`" + described.name() + "`");
    cells.add(described.type().word());
    cells.add(
        described.labels().stream()
            .map(label -> "`" + label + "`")
            .collect(Collectors.joining(", ")));
    cells.add(described.help());
    return String.join(" | ", cells);
  }
}
