// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.amlreach.agent.board.Board;
import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.report.Report;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/**
 * The last report as JSON. It is written once for each snapshot, however many ask. Headers say what
 * only the daemon knows: whether this host sees the network, and whether its settings are the last.
 */
final class ReportResource implements Resource {
  private final Board board;
  private final SnapshotWriter writer;

  /** Versions begin anew with each start, and a client may remember one of the last. */
  private final String start = UUID.randomUUID().toString();

  private Reply last = Refusals.NOT_READY;
  private long version = -1;

  ReportResource(Board board, SnapshotWriter writer) {
    this.board = board;
    this.writer = writer;
  }

  @Override
  public synchronized Reply answer(Request request) {
    Snapshot now = board.now();
    Report report = now.report();
    if (report == null) {
      return Refusals.NOT_READY;
    }
    if (now.version() != version) {
      last = reply(now, report);
      version = now.version();
    }
    return last;
  }

  private Reply reply(Snapshot snapshot, Report report) {
    StringWriter text = new StringWriter();
    try {
      writer.write(snapshot, report, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing is written but memory
    }
    return new Reply(
        200,
        "application/json",
        text.toString().getBytes(StandardCharsets.UTF_8),
        Map.of(
            "ETag",
            "W/\"" + start + "-" + snapshot.version() + "\"",
            "Amlreach-Vantage",
            snapshot.vantage().view().word(),
            "Amlreach-Settings",
            snapshot.loaded().current() ? "in-force" : "refused"));
  }
}
