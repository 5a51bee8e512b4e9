// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.NamingConvention;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A collector that speaks OTLP over HTTP. Each push has a registry of its own, filled from the same
 * table as a scrape: what was removed is not in it, and between pushes nothing is kept.
 */
final class Otlp implements Receiver {
  private static final String TYPE = "application/x-protobuf";

  private final URI to;
  private final Map<String, String> resource;
  private final Supplier<List<Family>> families;
  private final Supplier<Facts> facts;
  private final StageTimes stages;
  private final OtlpClock clock = new OtlpClock();

  /**
   * One that is sent the series of these families.
   *
   * @param instance name of this host
   * @param labels further attributes of the resource
   * @param stages that are counted from now on; their histogram is sent, too
   */
  Otlp(
      URI to,
      String instance,
      Map<String, String> labels,
      Supplier<List<Family>> families,
      Supplier<Facts> facts,
      StageTimes stages) {
    this.to = to;
    this.families = families;
    this.facts = facts;
    this.stages = stages;
    this.resource = new LinkedHashMap<>(labels);
    resource.put("service.name", "amlreach");
    resource.put("service.instance.id", instance);
    resource.put("host.name", instance);
  }

  @Override
  public URI address() {
    return to;
  }

  @Override
  public String word() {
    return "otlp";
  }

  @Override
  public void push(Map<String, String> headers, Wire wire) throws IOException {
    List<byte[]> bodies = new ArrayList<>();
    OtlpOnce config = new OtlpOnce(to, resource);
    OtlpMeterRegistry registry =
        OtlpMeterRegistry.builder(config)
            .clock(clock)
            .metricsSender(request -> bodies.add(request.getMetricsData()))
            .build();
    registry.config().namingConvention(NamingConvention.identity);
    clock.registering();
    fill(registry);
    clock.publishing();
    config.publishing();
    registry.close(); // which publishes
    bodies.add(OtlpHistogram.request(stages, resource, clock.began(), clock.wallTime()));
    wire.send("POST", to, TYPE, together(bodies), headers);
  }

  /** Requests of OTLP are lists, and such messages in a row are one message with all of them. */
  private static byte[] together(List<byte[]> requests) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    requests.forEach(all::writeBytes);
    return all.toByteArray();
  }

  private void fill(MeterRegistry registry) {
    Facts now = facts.get();
    for (Family family : families.get()) {
      Described described = family.described();
      family.drawing().draw(now, (value, labels) -> register(registry, described, value, labels));
    }
  }

  private static void register(
      MeterRegistry registry, Described described, double value, String... labels) {
    Tags tags = Tags.empty();
    for (int i = 0; i < labels.length; i++) {
      tags = tags.and(described.labels().get(i), labels[i]);
    }
    String unit = described.inSeconds() ? "s" : null;
    switch (described.type()) {
      case GAUGE, INFO ->
          Gauge.builder(described.name(), () -> value)
              .description(described.help())
              .baseUnit(unit)
              .tags(tags)
              .register(registry);
      case COUNTER ->
          FunctionCounter.builder(described.name(), described, any -> value)
              .description(described.help())
              .tags(tags)
              .register(registry);
      case HISTOGRAM -> throw new IllegalStateException("no histogram is drawn from a snapshot");
    }
  }
}
