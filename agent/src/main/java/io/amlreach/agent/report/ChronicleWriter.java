// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.state.Chronicle;
import io.amlreach.agent.state.Sighting;
import java.io.IOException;
import java.io.Writer;

/** Tells what happened in one format; does not close the writer. */
@FunctionalInterface
public interface ChronicleWriter {
  void write(Chronicle chronicle, Sighting sighting, Writer out) throws IOException;
}
