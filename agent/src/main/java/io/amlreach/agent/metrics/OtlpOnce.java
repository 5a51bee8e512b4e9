// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.micrometer.registry.otlp.AggregationTemporality;
import io.micrometer.registry.otlp.OtlpConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a registry that lives for one push: it starts no timer, and publishes when
 * it is closed. Nothing is taken from the environment, which Micrometer would read otherwise.
 */
final class OtlpOnce implements OtlpConfig {
  private final URI to;
  private final Map<String, String> resource;
  private boolean publishing;

  OtlpOnce(URI to, Map<String, String> resource) {
    this.to = to;
    this.resource = Map.copyOf(resource);
  }

  /** What is registered may be sent now. */
  void publishing() {
    publishing = true;
  }

  @Override
  public boolean enabled() {
    return publishing;
  }

  @Override
  public @Nullable String get(String key) {
    return null;
  }

  @Override
  public String url() {
    return to.toString();
  }

  @Override
  public Map<String, String> resourceAttributes() {
    return resource;
  }

  @Override
  public Map<String, String> headers() {
    return Map.of();
  }

  @Override
  public AggregationTemporality aggregationTemporality() {
    return AggregationTemporality.CUMULATIVE;
  }

  @Override
  public Duration step() {
    return Duration.ofDays(1);
  }
}
