// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import java.io.IOException;
import java.io.Writer;

/** Tells a report in one format; neither closes the writer nor ends it without a line break. */
@FunctionalInterface
public interface ReportWriter {
  void write(Report report, Writer out) throws IOException;
}
