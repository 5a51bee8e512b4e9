// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import static io.amlreach.agent.Outcomes.healthy;
import static io.amlreach.agent.Outcomes.reached;
import static io.amlreach.agent.Outcomes.targetOf;
import static io.amlreach.agent.metrics.Boards.board;
import static io.amlreach.agent.metrics.Boards.scrape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import io.amlreach.agent.Needs;
import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.Reports;
import io.amlreach.config.Settings;
import io.amlreach.config.catalog.Need;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushTest {
  private static final String GROUP = "/metrics/job/amlreach/instance/vm-1";
  private static final String OTLP = "/v1/metrics";
  private static final Settings.Tls NO_FILE = new Settings.Tls(null);

  @TempDir Path folder;

  private final Report report = Reports.mixed();

  private final Listening server;

  PushTest() throws IOException {
    server = new Listening();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private URI at(String path) {
    return server.at(path);
  }

  private Settings.Push gateway() {
    return new Settings.Push(at("/"), "amlreach", null, null);
  }

  private Settings.Push collector(Path headers) {
    return new Settings.Push(null, "amlreach", at(OTLP), headers);
  }

  private List<String> once(Settings.Push settings) {
    return PushOnce.push(settings, NO_FILE, Settings.Metrics.USUAL, report, "vm-1");
  }

  private static void eventually(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within 20 s").isLessThan(end);
      LockSupport.parkNanos(5_000_000);
    }
  }

  @Test
  void a_check_replaces_the_group_of_its_host_at_the_gateway() {
    server.answers(GROUP, 200);
    assertThat(once(gateway())).isEmpty();
    Listening.Sent sent = server.received(GROUP).get(0);
    assertThat(sent.method()).isEqualTo("PUT");
    assertThat(sent.headers().getFirst("Content-Type"))
        .isEqualTo("text/plain; version=0.0.4; charset=utf-8");
    Promtool told = Promtool.read(sent.text());
    assertThat(told.series()).containsEntry("amlreach_targets{level=\"fail\"}", 3.0);
    assertThat(told.types().keySet())
        .noneMatch(name -> name.startsWith("jvm_"))
        .doesNotContain("amlreach_sweeps_total");
  }

  @Test
  void odd_names_of_hosts_are_coded_as_the_gateway_documents_it() {
    URI base = URI.create("http://gateway:9091/under/");
    assertThat(new Gateway(base, "j", "a/b", () -> new byte[0]).address())
        .hasToString("http://gateway:9091/under/metrics/job/j/instance@base64/YS9i");
    assertThat(new Gateway(base, "j", "", () -> new byte[0]).address().getPath())
        .endsWith("/instance@base64/=");
    assertThat(new Gateway(base, "j", "..", () -> new byte[0]).address().getPath())
        .endsWith("/instance@base64/Li4");
  }

  @Test
  void what_a_gateway_refuses_is_told_without_anything_that_moves_a_cursor() {
    server.refuses(GROUP, 400, "bad\u001b[2J thing");
    assertThat(once(gateway()))
        .containsExactly(
            "the metrics could not be pushed to "
                + at(GROUP)
                + ": it answers 400: bad\\x1b[2J thing");
  }

  @Test
  void a_redirect_is_not_followed_so_that_no_header_goes_elsewhere() throws IOException {
    Path headers = Files.writeString(folder.resolve("h"), "Authorization: Bearer secret\n");
    server.redirects(OTLP, at("/thief").toString());
    assertThat(once(collector(headers))).singleElement().asString().contains("it answers 307");
    assertThat(server.received("/thief")).isEmpty();
  }

  @Test
  void who_is_not_there_is_told_in_time() {
    Settings.Push nobody =
        new Settings.Push(
            URI.create("http://127.0.0.1:1"), "j", URI.create("http://nowhere.invalid/"), null);
    assertThat(once(nobody))
        .hasSize(2)
        .anyMatch(
            line -> line.contains("127.0.0.1:1/metrics/job/j/instance/vm-1: Connection refused"))
        .anyMatch(line -> line.contains("nowhere.invalid/: there is no host nowhere.invalid"));
  }

  @Test
  void a_collector_gets_the_same_table_with_the_resource_it_is_about() throws IOException {
    server.answers(OTLP, 200);
    Path headers = Files.writeString(folder.resolve("h"), "# token\n\nAuthorization: Bearer t1\n");
    Settings.Metrics labelled = new Settings.Metrics(true, Map.of("site", "north"));
    assertThat(PushOnce.push(collector(headers), NO_FILE, labelled, report, "vm-1")).isEmpty();
    Listening.Sent sent = server.received(OTLP).get(0);
    assertThat(sent.method()).isEqualTo("POST");
    assertThat(sent.headers().getFirst("Content-Type")).isEqualTo("application/x-protobuf");
    assertThat(sent.headers().getFirst("Authorization")).isEqualTo("Bearer t1");
    ResourceMetrics resource = resource(sent);
    assertThat(attributes(resource.getResource().getAttributesList()))
        .containsEntry("service.name", "amlreach")
        .containsEntry("service.instance.id", "vm-1")
        .containsEntry("site", "north");
    Map<String, Metric> metrics = metrics(resource);
    assertThat(metrics.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Families.ofCheck(labelled).stream().map(one -> one.described().name()).toList());
    assertThat(metrics.get("amlreach_probe_success").getGauge().getDataPointsList())
        .anySatisfy(
            point -> {
              assertThat(point.getAsDouble()).isZero();
              assertThat(attributes(point.getAttributesList()))
                  .containsEntry("host", "contosomlkv.vault.azure.net")
                  .containsEntry("workspace", "contoso-mlw");
            });
    assertThat(metrics.get("amlreach_sweep_duration_seconds").getUnit()).isEqualTo("s");
  }

  @Test
  void a_daemon_pushes_after_each_sweep_and_what_was_removed_vanishes() throws Exception {
    server.answers(OTLP, 200);
    server.answers(GROUP, 202);
    Settings.Push both = new Settings.Push(at(""), "amlreach", at(OTLP), null);
    Need left = Needs.need("left.example").probed();
    Report next = new Boards().add(left, reached(targetOf(left), healthy("20.0.0.1"))).report();
    Snapshot first = Boards.seen(report);
    try (Metrics metrics = new Metrics(board(first), Settings.Metrics.USUAL, "1");
        Pushing pushing = new Pushing(metrics, both, NO_FILE, "vm-1", first)) {
      assertThat(scrape(metrics))
          .contains("amlreach_pushes_total{receiver=\"otlp\",result=\"failure\"} 0.0");
      pushing.afterSweep(first);
      eventually(() -> pushes(metrics, "otlp", "success") == 1);
      pushing.afterSweep(Boards.seen(next));
      eventually(() -> pushes(metrics, "otlp", "success") == 2);
      eventually(() -> pushes(metrics, "pushgateway", "success") == 2);
    }
    assertThat(hosts(server.received(OTLP).get(0)))
        .contains("pypi.org")
        .doesNotContain("left.example");
    assertThat(hosts(server.received(OTLP).get(1))).containsExactly("left.example");
    assertThat(server.received(GROUP).get(0).text()).contains("jvm_").contains("pypi.org");
    Metric sweeps = metrics(resource(server.received(OTLP).get(1))).get("amlreach_sweeps_total");
    assertThat(sweeps.getSum().getIsMonotonic()).isTrue();
    assertThat(sweeps.getSum().getDataPoints(0).getAsDouble()).isEqualTo(7);
    assertThat(sweeps.getSum().getDataPoints(0).getStartTimeUnixNano())
        .isLessThan(sweeps.getSum().getDataPoints(0).getTimeUnixNano());
  }

  @Test
  void a_collector_gets_the_histogram_that_a_scrape_has() throws Exception {
    server.answers(OTLP, 200);
    Snapshot snapshot = Boards.seen(report);
    Settings.Metrics labelled = new Settings.Metrics(true, Map.of("site", "north"));
    Settings.Push otlp = new Settings.Push(null, "amlreach", at(OTLP), null);
    Map<String, Double> scraped;
    try (Metrics metrics = new Metrics(board(snapshot), labelled, "1");
        Pushing pushing = new Pushing(metrics, otlp, NO_FILE, "vm-1", snapshot)) {
      for (int i = 1; i <= 2; i++) {
        int sweeps = i;
        metrics.observed(report);
        pushing.afterSweep(snapshot);
        eventually(() -> pushes(metrics, "otlp", "success", ",site=\"north\"") == sweeps);
      }
      scraped = Promtool.read(scrape(metrics)).series();
    }
    ExportMetricsServiceRequest sent =
        ExportMetricsServiceRequest.parseFrom(server.received(OTLP).get(1).body());
    assertThat(sent.getResourceMetricsList())
        .extracting(each -> attributes(each.getResource().getAttributesList()))
        .hasSize(2)
        .allSatisfy(each -> assertThat(each).containsEntry("site", "north"))
        .allSatisfy(each -> assertThat(each).containsEntry("service.instance.id", "vm-1"));
    Metric histogram =
        Objects.requireNonNull(
            metrics(sent.getResourceMetrics(1)).get("amlreach_stage_duration_seconds"));
    assertThat(histogram.getUnit()).isEqualTo("s");
    assertThat(histogram.getHistogram().getAggregationTemporality())
        .isEqualTo(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);
    assertThat(histogram.getHistogram().getDataPointsList()).isNotEmpty();
    Map<String, Double> told = new HashMap<>();
    histogram.getHistogram().getDataPointsList().forEach(point -> asScraped(point, told));
    assertThat(scraped).containsAllEntriesOf(told);
    assertThat(scraped.keySet().stream().filter(name -> name.contains("stage_duration_seconds_b")))
        .hasSize((int) told.keySet().stream().filter(name -> name.contains("bucket")).count());
  }

  /** As a scrape tells it, with the label of the operator. */
  private static void asScraped(HistogramDataPoint point, Map<String, Double> told) {
    Map<String, String> labels = attributes(point.getAttributesList());
    String of =
        "protocol=\"%s\",site=\"north\",stage=\"%s\""
            .formatted(labels.get("protocol"), labels.get("stage"));
    assertThat(point.getStartTimeUnixNano()).isLessThanOrEqualTo(point.getTimeUnixNano());
    assertThat(point.getBucketCountsCount()).isEqualTo(point.getExplicitBoundsCount() + 1);
    long below = 0;
    for (int i = 0; i < point.getBucketCountsCount(); i++) {
      below += point.getBucketCounts(i);
      String bound = i < point.getExplicitBoundsCount() ? "" + point.getExplicitBounds(i) : "+Inf";
      told.put(
          "amlreach_stage_duration_seconds_bucket{" + of + ",le=\"" + bound + "\"}",
          (double) below);
    }
    told.put("amlreach_stage_duration_seconds_count{" + of + "}", (double) point.getCount());
  }

  @Test
  void a_silent_receiver_delays_no_sweep_and_is_counted() throws Exception {
    server.keepsSilent(GROUP);
    Snapshot snapshot = Boards.seen(report);
    try (Metrics metrics = new Metrics(board(snapshot), Settings.Metrics.USUAL, "1");
        Pushing pushing = new Pushing(metrics, gateway(), NO_FILE, "vm-1", snapshot)) {
      pushing.afterSweep(snapshot);
      eventually(() -> server.received(GROUP).size() == 1);
      long start = System.nanoTime();
      for (int i = 0; i < 100; i++) {
        pushing.afterSweep(snapshot);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      eventually(() -> pushes(metrics, "pushgateway", "failure") == 1);
      eventually(() -> server.received(GROUP).size() >= 2); // the last one waited, the others went
      assertThat(server.received(GROUP).size()).isEqualTo(2);
    }
  }

  @Test
  void a_gateway_whose_answer_drips_is_counted_and_delays_no_collector() throws Exception {
    server.answers(OTLP, 200);
    Snapshot snapshot = Boards.seen(report);
    try (OddReceiver dripping = OddReceiver.dripping();
        Metrics metrics = new Metrics(board(snapshot), Settings.Metrics.USUAL, "1");
        Pushing pushing =
            new Pushing(
                metrics,
                new Settings.Push(dripping.at("/"), "amlreach", at(OTLP), null),
                NO_FILE,
                "vm-1",
                snapshot)) {
      for (int i = 1; i <= 3; i++) {
        int sweeps = i;
        pushing.afterSweep(snapshot);
        eventually(() -> pushes(metrics, "otlp", "success") == sweeps);
      }
      eventually(() -> pushes(metrics, "pushgateway", "failure") == 1);
      eventually(() -> dripping.connections() == 2); // the newest that waited
      assertThat(pushes(metrics, "pushgateway", "success")).isZero();
    }
  }

  @Test
  void headers_are_read_anew_and_never_told() throws IOException {
    Path file = folder.resolve("headers");
    assertThatThrownBy(() -> PushHeaders.read(file)).hasMessage(file + " cannot be read");
    Files.writeString(file, "A: 1\n  # no\n\nX-Scope-OrgID :  tenant: 2 \n");
    assertThat(PushHeaders.read(file))
        .containsExactlyInAnyOrderEntriesOf(Map.of("A", "1", "X-Scope-OrgID", "tenant: 2"));
    Files.writeString(file, "A: 1\nBearer s3cret\n");
    assertThatThrownBy(() -> PushHeaders.read(file))
        .hasMessage(file + ":2 is no header of the form NAME: VALUE")
        .hasMessageNotContaining("s3cret");
    assertThat(once(collector(file))).singleElement().asString().doesNotContain("s3cret");
    assertThat(PushHeaders.read(null)).isEmpty();
  }

  private static double pushes(Metrics metrics, String receiver, String result) {
    return pushes(metrics, receiver, result, "");
  }

  private static double pushes(Metrics metrics, String receiver, String result, String more) {
    String labels = "{receiver=\"" + receiver + "\",result=\"" + result + "\"" + more + "}";
    return Promtool.read(scrape(metrics)).series().get("amlreach_pushes_total" + labels);
  }

  private static ResourceMetrics resource(Listening.Sent sent)
      throws InvalidProtocolBufferException {
    return ExportMetricsServiceRequest.parseFrom(sent.body()).getResourceMetrics(0);
  }

  private static Map<String, Metric> metrics(ResourceMetrics resource) {
    return resource.getScopeMetrics(0).getMetricsList().stream()
        .collect(Collectors.toMap(Metric::getName, metric -> metric));
  }

  private static List<String> hosts(Listening.Sent sent) throws InvalidProtocolBufferException {
    return Objects.requireNonNull(metrics(resource(sent)).get("amlreach_probe_level"))
        .getGauge()
        .getDataPointsList()
        .stream()
        .map(point -> attributes(point.getAttributesList()).get("host"))
        .toList();
  }

  private static Map<String, String> attributes(List<KeyValue> attributes) {
    return attributes.stream()
        .collect(Collectors.toMap(KeyValue::getKey, one -> one.getValue().getStringValue()));
  }
}
