// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.resource.v1.Resource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The histogram in the words of OTLP. Micrometer has no way to register one whose counts are known
 * already, and a registry lives for one push only.
 */
final class OtlpHistogram {
  private static final Described STAGES = Living.FAMILIES.get(0);

  private OtlpHistogram() {}

  /**
   * A request with nothing else in it; empty when nothing was counted.
   *
   * @param began when counting began, in milliseconds since 1970
   * @param now the same
   */
  static byte[] request(StageTimes stages, Map<String, String> resource, long began, long now) {
    List<StageTimes.Counted> counted = stages.now();
    if (counted.isEmpty()) {
      return new byte[0];
    }
    Histogram.Builder histogram =
        Histogram.newBuilder()
            .setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);
    counted.forEach(one -> histogram.addDataPoints(point(one, began, now)));
    Metric metric =
        Metric.newBuilder()
            .setName(STAGES.name())
            .setDescription(STAGES.help())
            .setUnit("s")
            .setHistogram(histogram)
            .build();
    Resource.Builder about = Resource.newBuilder();
    resource.forEach((name, value) -> about.addAttributes(attribute(name, value)));
    return ExportMetricsServiceRequest.newBuilder()
        .addResourceMetrics(
            ResourceMetrics.newBuilder()
                .setResource(about)
                .addScopeMetrics(ScopeMetrics.newBuilder().addMetrics(metric)))
        .build()
        .toByteArray();
  }

  private static HistogramDataPoint point(StageTimes.Counted one, long began, long now) {
    HistogramDataPoint.Builder point =
        HistogramDataPoint.newBuilder()
            .setStartTimeUnixNano(TimeUnit.MILLISECONDS.toNanos(began))
            .setTimeUnixNano(TimeUnit.MILLISECONDS.toNanos(now))
            .addAttributes(attribute(STAGES.labels().get(0), one.protocol()))
            .addAttributes(attribute(STAGES.labels().get(1), one.stage()))
            .setCount(one.buckets().stream().mapToLong(Long::longValue).sum())
            .setSum(one.sum())
            .addAllBucketCounts(one.buckets());
    for (var bucket : Living.BUCKETS) {
      point.addExplicitBounds(Seconds.of(bucket));
    }
    return point.build();
  }

  private static KeyValue attribute(String name, String value) {
    return KeyValue.newBuilder()
        .setKey(name)
        .setValue(AnyValue.newBuilder().setStringValue(value))
        .build();
  }
}
