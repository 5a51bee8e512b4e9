// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

import io.amlreach.agent.state.Chronicle;
import io.amlreach.agent.state.Entry;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;

/**
 * JSON lines as the journal has them, and a checkpoint as the last one: how each need stands that
 * is asked about.
 */
public final class ChronicleJsonWriter implements ChronicleWriter {
  private final Instant now;

  public ChronicleJsonWriter(Instant now) {
    this.now = now;
  }

  @Override
  public void write(Chronicle chronicle, Writer out) throws IOException {
    for (Chronicle.Event event : chronicle.events()) {
      out.write(JournalJson.line(event.entry()) + "\n");
    }
    out.write(JournalJson.line(new Entry.Checkpoint(now, chronicle.needs())) + "\n");
  }
}
