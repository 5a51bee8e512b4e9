// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.state.Chronicle;
import java.io.IOException;
import java.io.Writer;

/** Tells what happened in one format; does not close the writer. */
@FunctionalInterface
public interface ChronicleWriter {
  void write(Chronicle chronicle, Writer out) throws IOException;
}
