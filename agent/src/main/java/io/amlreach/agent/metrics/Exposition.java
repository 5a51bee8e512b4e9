// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The formats in which series are written. */
enum Exposition {
  /** The text format of Prometheus, version 0.0.4. */
  TEXT("text/plain; version=0.0.4; charset=utf-8", ""),
  /** OpenMetrics 1.0. */
  OPENMETRICS("application/openmetrics-text; version=1.0.0; charset=utf-8", "# EOF\n");

  private final String contentType;
  private final String end;

  Exposition(String contentType, String end) {
    this.contentType = contentType;
    this.end = end;
  }

  String contentType() {
    return contentType;
  }

  /** The whole of it, with what ends it. */
  byte[] written(MetricSnapshots snapshots) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer().write(out, snapshots);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    }
    return out.toByteArray();
  }

  /** Writes the series of families without what ends the format, so that more may follow. */
  void begin(List<Family> families, Facts facts, Map<String, String> labels, OutputStream out)
      throws IOException {
    SeriesModel model = new SeriesModel(labels);
    for (Family family : families) { // one by one, so that never all of them are in memory
      writer().write(new Unended(out, end.length()), model.of(family, facts));
    }
  }

  private ExpositionFormatWriter writer() {
    return switch (this) {
      case TEXT -> PrometheusTextFormatWriter.create();
      case OPENMETRICS -> OpenMetricsTextFormatWriter.create();
    };
  }

  /**
   * What a client with this header wants: OpenMetrics when it is named and no less welcome than
   * text. Whoever wants protobuf gets text, which every client reads.
   *
   * @param accept empty when it was not sent
   */
  static Exposition preferred(String accept) {
    double openMetrics = 0;
    double text = 0;
    for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = range.split(";", -1);
      switch (parts[0].strip()) {
        case "application/openmetrics-text" -> openMetrics = Math.max(openMetrics, weight(parts));
        case "text/plain" -> text = Math.max(text, weight(parts));
        default -> {}
      }
    }
    return openMetrics > 0 && openMetrics >= text ? OPENMETRICS : TEXT;
  }

  private static double weight(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.startsWith("q=")) {
        try {
          return Double.parseDouble(parameter.substring(2));
        } catch (NumberFormatException e) {
          return 0;
        }
      }
    }
    return 1;
  }
}
