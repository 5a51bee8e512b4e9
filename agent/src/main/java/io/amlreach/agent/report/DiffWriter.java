// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.stored.Comparison;
import java.io.IOException;
import java.io.Writer;

/** Tells how two reports differ, in one format. */
@FunctionalInterface
public interface DiffWriter {
  void write(Comparison comparison, Writer out) throws IOException;
}
