// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.board.Board;
import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.board.Sweeps;
import io.amlreach.agent.board.Vantage;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.Took;
import io.amlreach.agent.systemd.Notifications;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what each sweep finds to all who want to know. For the thread of the sweeps. */
final class Results {
  private static final Logger LOG = LoggerFactory.getLogger(Results.class);

  private final Board board;
  private final Notifications systemd;
  private int blind;
  private boolean told;

  Results(Board board, Notifications systemd) {
    this.board = board;
    this.systemd = systemd;
  }

  void adopt(Generation next) {
    if (board.now().report() == null) {
      systemd.status("first sweep of " + ServeText.scope(next) + " under way");
    }
  }

  /** Takes one sweep that was not interrupted. */
  void take(Report report, Sweeps sweeps) {
    Outlook.View seen = Outlook.of(report);
    Snapshot before = board.now();
    Vantage vantage = vantage(before.vantage(), seen, report.startedAt());
    tell(seen);
    if (before.report() == null) {
      LOG.info("first sweep: {} in {}", ServeText.state(report), Took.of(report.duration()));
    }
    board.change(
        now ->
            new Snapshot(
                now.version(),
                report,
                now.standings(),
                now.transitions(),
                vantage,
                sweeps,
                now.loaded(),
                now.storage()));
    systemd.status(blind > 0 ? ServeText.blind(seen) : ServeText.state(report));
  }

  private static Vantage vantage(Vantage before, Outlook.View seen, Instant at) {
    Instant since = before.since();
    boolean same = before.view() == seen.view() && since != null;
    return new Vantage(seen.view(), same ? since : at, seen.detail());
  }

  /** One sweep that sees nothing freezes what is known; the second in a row is worth a line. */
  private void tell(Outlook.View seen) {
    blind = seen.view() == Vantage.View.CLEAR ? 0 : blind + 1;
    if (blind == 2 && !told) {
      told = true;
      LOG.warn("nothing can be judged: {}; states stay as they are", ServeText.blind(seen));
    } else if (blind == 0 && told) {
      told = false;
      LOG.info("this host sees the network again");
    }
  }
}
