// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.board.Board;
import io.amlreach.agent.board.Outlook;
import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.board.Sweeps;
import io.amlreach.agent.board.Tally;
import io.amlreach.agent.board.Vantage;
import io.amlreach.agent.board.Vantage.View;
import io.amlreach.agent.journal.Journal;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.SeenText;
import io.amlreach.agent.report.Took;
import io.amlreach.agent.state.Entry;
import io.amlreach.agent.state.FindingLedger;
import io.amlreach.agent.state.Ledger;
import io.amlreach.agent.state.Transition;
import io.amlreach.agent.systemd.Notifications;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.Settings;
import io.amlreach.config.catalog.Need;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what each sweep finds to all who want to know. For the thread of the sweeps. */
final class Results {
  private static final Logger LOG = LoggerFactory.getLogger(Results.class);

  private final Board board;
  private final Ledger ledger;
  private final Journal journal;
  private final Outlets outlets;
  private final Notifications systemd;
  private final Bulletin bulletin = new Bulletin();
  private final FindingLedger causes = new FindingLedger();
  private int blind;
  private boolean told;
  private boolean judged;

  Results(Board board, Journal journal, Outlets outlets, Notifications systemd) {
    this.board = board;
    this.journal = journal;
    this.outlets = outlets;
    this.systemd = systemd;
    this.ledger = new Ledger(1, 1, journal.restored(), SeenText::of);
  }

  void adopt(Generation next) {
    Settings.Schedule schedule = next.settings().schedule();
    ledger.damp(schedule.failAfter(), schedule.passAfter());
    outlets.adopt(next.settings(), board.now());
    if (board.now().report() == null) {
      systemd.status("first sweep of " + ServeText.scope(next) + " under way");
    }
  }

  /** Takes one sweep that was not interrupted. */
  void take(Report report, Sweeps sweeps) {
    Outlook.View seen = Outlook.of(report);
    boolean clear = seen.view() == View.CLEAR;
    Snapshot before = board.now();
    tell(seen, report.startedAt());
    List<Transition> news = clear ? ledger.take(report.startedAt(), report.verdicts()) : List.of();
    String state =
        clear ? Tally.of(report, ledger.standings(), View.CLEAR).status() : ServeText.blind(seen);
    if (before.report() == null) {
      LOG.info("first sweep: {} in {}", state, Took.of(report.duration()));
    }
    if (clear) {
      List<Need> needs = report.verdicts().stream().map(Verdict::need).toList();
      journal.append(report.startedAt(), needs, news, ledger.standings());
      bulletin.changed(news);
      explain(report, news);
    }
    bulletin.storage(journal.storage());
    Vantage vantage = vantage(before.vantage(), seen, report.startedAt());
    List<Transition> transitions =
        Stream.concat(news.stream(), before.transitions().stream())
            .limit(Snapshot.TRANSITIONS)
            .toList();
    Snapshot after =
        board.change(
            now ->
                new Snapshot(
                    now.version(),
                    report,
                    ledger.standings(),
                    transitions,
                    vantage,
                    sweeps,
                    now.loaded(),
                    journal.storage()));
    outlets.swept(after, report);
    systemd.status(state);
  }

  /** After the changes: what they come to, and once what has not changed since the last start. */
  private void explain(Report report, List<Transition> news) {
    Instant at = report.startedAt();
    if (!judged) {
      judged = true;
      Set<String> changed = news.stream().map(Transition::need).collect(Collectors.toSet());
      StillFailing.tell(at, report.verdicts(), ledger.standings(), changed);
    }
    CauseLines.tell(causes.take(at, report.findings(), ledger.standings()), at);
  }

  private static Vantage vantage(Vantage before, Outlook.View seen, Instant at) {
    Instant since = before.since();
    boolean same = before.view() == seen.view() && since != null;
    return new Vantage(seen.view(), same ? since : at, seen.detail());
  }

  /** One sweep that sees nothing freezes what is known; the second in a row is worth a line. */
  private void tell(Outlook.View seen, Instant at) {
    blind = seen.view() == View.CLEAR ? 0 : blind + 1;
    if (blind == 2 && !told) {
      told = true;
      bulletin.blind(seen);
      journal.append(new Entry.Viewed(at, seen.view().word(), seen.detail()));
    } else if (blind == 0 && told) {
      told = false;
      bulletin.seeing();
      journal.append(new Entry.Viewed(at, Entry.Viewed.CLEAR, ""));
    }
  }
}
