// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import com.sun.management.OperatingSystemMXBean;
import io.amlreach.agent.report.Report;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What changes between two sweeps, or adds up over them: a registry of Micrometer. */
final class Living implements AutoCloseable {
  /** What it tells of ours; the rest is of the process, under Micrometer's names. */
  static final List<Described> FAMILIES =
      List.of(
          Described.histogram(
              "stage_duration_seconds",
              "How long stages took, of every address, once for each sweep.",
              "protocol",
              "stage"),
          Described.gauge(
              "stage_duration_seconds_max",
              "The longest of the last minutes.",
              "protocol",
              "stage"),
          Described.counter(
              "pushes",
              "Attempts to push the metrics, by receiver and result.",
              "receiver",
              "result"));

  /** How the names of the process' own families begin. */
  static final List<String> OF_PROCESS =
      List.of("jvm_", "process_", "system_cpu_", "system_load_average_1m");

  /** Few, since each is a series for each protocol and stage. */
  static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(20),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5)
  };

  private final PrometheusMeterRegistry registry;
  private final JvmGcMetrics collector = new JvmGcMetrics();

  /** With these labels on every series. */
  Living(Map<String, String> labels) {
    registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry.config().namingConvention(new AsGiven(labels.keySet()));
    registry
        .config()
        .commonTags(
            labels.entrySet().stream()
                .map(label -> Tag.of(label.getKey(), label.getValue()))
                .toList());
    // both have names that promtool objects to; the first is told under its usual name below
    registry.config().meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time"));
    registry.config().meterFilter(MeterFilter.denyNameStartsWith("system.cpu.count"));
    cpuSeconds(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collector.bindTo(registry);
  }

  private static void cpuSeconds(MeterRegistry registry) {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      FunctionCounter.builder("process.cpu.seconds", system, one -> one.getProcessCpuTime() / 1e9)
          .description("Processor time that the process took, in user and system mode.")
          .register(registry);
    }
  }

  /** Counts the stages of a sweep. */
  void observed(Report report) {
    Map<Timed, Timer> timers = new HashMap<>(); // to find one in the registry is dear
    Timed.each(report, (kind, took) -> timers.computeIfAbsent(kind, this::timer).record(took));
  }

  private Timer timer(Timed kind) {
    return Timer.builder("amlreach.stage.duration")
        .description(FAMILIES.get(0).help())
        .tags("protocol", kind.protocol(), "stage", kind.stage().word())
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  /** How often a push to this receiver succeeded or failed. */
  Counter pushes(String receiver, boolean success) {
    return Counter.builder("amlreach.pushes")
        .description(FAMILIES.get(2).help())
        .tags("receiver", receiver, "result", success ? "success" : "failure")
        .register(registry);
  }

  MetricSnapshots now() {
    return registry.getPrometheusRegistry().scrape();
  }

  @Override
  public void close() {
    collector.close();
    registry.close();
  }

  /** Micrometer's names, but the operator's labels are told as they were given. */
  private static final class AsGiven extends PrometheusNamingConvention {
    private final Set<String> given;

    AsGiven(Set<String> given) {
      this.given = Set.copyOf(given);
    }

    @Override
    public String tagKey(String key) {
      return given.contains(key) ? key : super.tagKey(key);
    }
  }
}
