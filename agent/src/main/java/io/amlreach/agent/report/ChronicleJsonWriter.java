// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.state.Chronicle;
import io.amlreach.agent.state.Sighting;
import java.io.IOException;
import java.io.Writer;

/**
 * JSON lines as the journal has them, and a checkpoint as the last one: how each need stands that
 * is asked about, or how it stood when it was last seen.
 */
public final class ChronicleJsonWriter implements ChronicleWriter {
  @Override
  public void write(Chronicle chronicle, Sighting sighting, Writer out) throws IOException {
    for (Chronicle.Event event : chronicle.events()) {
      out.write(JournalJson.line(event.entry()) + "\n");
    }
    out.write(JournalJson.line(chronicle.needs(), sighting) + "\n");
  }
}
