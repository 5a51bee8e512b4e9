// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.stored.Comparison;
import io.amlreach.agent.stored.StoredReport;
import java.io.IOException;
import java.io.Writer;

/** Tells what changes while somebody looks on, in lines that are complete one by one. */
public interface Transitions {
  /** How things are at first. */
  void first(StoredReport report, Writer out) throws IOException;

  /** What is different now; writes nothing when nothing is. */
  void next(Comparison comparison, Writer out) throws IOException;

  /** The last report, after which nothing follows. */
  void last(Report report, ReportWriter writer, Writer out) throws IOException;
}
