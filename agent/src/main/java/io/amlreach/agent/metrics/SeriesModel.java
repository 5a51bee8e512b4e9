// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts families into the words of the library that writes them, which escapes them, too. */
final class SeriesModel {
  private static final String OF_COUNTERS = "_total";
  private static final String OF_INFOS = "_info";

  private final Labels more;

  /** With these labels on every series. */
  SeriesModel(Map<String, String> labels) {
    more = Labels.of(List.copyOf(labels.keySet()), List.copyOf(labels.values()));
  }

  /** Nothing when the family has no series now: a heading alone says nothing. */
  MetricSnapshots of(Family family, Facts facts) {
    List<Point> points = new ArrayList<>();
    List<String> names = family.described().labels();
    family
        .drawing()
        .draw(
            facts,
            (value, values) ->
                points.add(new Point(value, Labels.of(names, List.of(values)).merge(more))));
    return points.isEmpty()
        ? new MetricSnapshots()
        : new MetricSnapshots(snapshot(family.described(), points));
  }

  private static MetricSnapshot snapshot(Described described, List<Point> points) {
    MetricMetadata metadata = metadata(described);
    return switch (described.type()) {
      case GAUGE ->
          new GaugeSnapshot(
              metadata,
              points.stream()
                  .map(point -> new GaugeDataPointSnapshot(point.value, point.labels, null))
                  .toList());
      case COUNTER ->
          new CounterSnapshot(
              metadata,
              points.stream()
                  .map(point -> new CounterDataPointSnapshot(point.value, point.labels, null, 0))
                  .toList());
      case INFO ->
          new InfoSnapshot(
              metadata,
              points.stream().map(point -> new InfoDataPointSnapshot(point.labels)).toList());
      case HISTOGRAM -> throw new IllegalStateException("no histogram is drawn from a snapshot");
    };
  }

  private static MetricMetadata metadata(Described described) {
    String name = described.name();
    if (described.inSeconds()) {
      return new MetricMetadata(name, described.help(), Unit.SECONDS);
    }
    return new MetricMetadata(bare(name, described.type()), described.help());
  }

  /** The library adds the suffix of the type itself. */
  private static String bare(String name, Described.Type type) {
    return switch (type) {
      case COUNTER -> name.substring(0, name.length() - OF_COUNTERS.length());
      case INFO -> name.substring(0, name.length() - OF_INFOS.length());
      case GAUGE, HISTOGRAM -> name;
    };
  }

  private record Point(double value, Labels labels) {}
}
