// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.ReportWriter;
import io.amlreach.config.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * A single check in the text format of Prometheus, for the textfile collector of node_exporter:
 * nothing of the process, which is gone when this is read, and nothing that takes a memory.
 */
public final class PrometheusWriter implements ReportWriter {
  private final Settings.Metrics settings;

  public PrometheusWriter(Settings.Metrics settings) {
    this.settings = settings;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    out.write(new String(text(report, settings), StandardCharsets.UTF_8));
  }

  static byte[] text(Report report, Settings.Metrics settings) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Exposition.TEXT.begin(
          Families.ofCheck(settings), Facts.of(report), settings.externalLabels(), out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    }
    return out.toByteArray();
  }
}
