// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.report.Report;
import java.io.IOException;
import java.io.Writer;

/** Tells a report together with what else is known at that moment. */
@FunctionalInterface
public interface SnapshotWriter {
  /**
   * Writes one document; called by one thread at a time.
   *
   * @param report of the snapshot
   */
  void write(Snapshot snapshot, Report report, Writer out) throws IOException;
}
