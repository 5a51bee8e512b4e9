// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.page;

import io.amlreach.agent.board.Loaded;
import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.board.Storage;
import io.amlreach.agent.board.Sweeps;
import io.amlreach.agent.board.Vantage;
import io.amlreach.agent.report.Count;
import io.amlreach.agent.report.Pending;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.html.Markup;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What somebody should know of the daemon itself; nothing while all is well. */
final class Banners {
  private final Markup page;

  private Banners(Markup page) {
    this.page = page;
  }

  static void write(Snapshot snapshot, boolean stale, Markup page) {
    page.open("div", "id", "banners").line();
    Banners banners = new Banners(page);
    banners.stale(snapshot.sweeps(), stale);
    banners.vantage(snapshot);
    banners.loaded(snapshot.loaded());
    banners.storage(snapshot.storage());
    banners.notes(snapshot);
    page.close("div").line();
  }

  private void stale(Sweeps sweeps, boolean stale) {
    if (stale && sweeps.lastCompletion() != null) {
      open("fail stale", "No sweep was completed ");
      Moments.since(sweeps.lastCompletion(), page);
      page.text(". What is shown is as old as that.");
      close();
    }
  }

  private void vantage(Snapshot snapshot) {
    Vantage vantage = snapshot.vantage();
    if (vantage.view() == Vantage.View.CLEAR) {
      return;
    }
    open("unknown", "This host cannot judge anything");
    if (vantage.since() != null) {
      page.text(" ");
      Moments.since(vantage.since(), page);
    }
    String seen = vantage.detail().isEmpty() ? "" : " (" + vantage.detail() + ")";
    page.text(": " + why(vantage.view()) + seen + "." + left(snapshot));
    close();
  }

  /** What a reader may still believe. */
  private static String left(Snapshot snapshot) {
    Report report = snapshot.report();
    if (report == null) {
      return "";
    }
    long rows = report.verdicts().stream().filter(Banners::asked).count();
    long known =
        report.verdicts().stream()
            .filter(Banners::asked)
            .filter(verdict -> snapshot.standings().containsKey(verdict.need().id()))
            .count();
    String levels =
        known == 0
            ? " Nothing was known before, so levels are unknown;"
            : " The levels are those that were known before"
                + (known < rows ? ", unknown where nothing was;" : ";");
    return levels + " what was seen and what explains it are of a sweep that saw nothing.";
  }

  private static boolean asked(Verdict verdict) {
    return verdict.level() != Level.SKIPPED;
  }

  private static String why(Vantage.View view) {
    return switch (view) {
      case CLEAR -> "";
      case NO_NETWORK -> "it has no route to anybody";
      case NO_RESOLVER -> "no DNS server answers it";
    };
  }

  private void loaded(Loaded loaded) {
    if (loaded.current()) {
      return;
    }
    open("fail", "The settings or the web configuration that were read last (");
    Moments.ago(loaded.attempted(), page);
    page.text(") are refused. Those read ");
    Moments.ago(loaded.at(), page);
    page.text(" stay in force.").open("ul", "class", "problems");
    loaded.problems().forEach(problem -> page.open("li").element("code", problem).close("li"));
    page.close("ul");
    close();
  }

  private void storage(Storage storage) {
    if (!storage.fault().isEmpty()) {
      open("warn", "What happens is not remembered: " + storage.fault() + ".");
      page.text(" Probing goes on.");
      close();
    }
  }

  /** What does no harm now. */
  private void notes(Snapshot snapshot) {
    List<String> notes = new ArrayList<>(snapshot.loaded().notes());
    if (snapshot.report() != null) {
      notes.addAll(snapshot.report().notes());
      if (!Pending.of(snapshot.standings().values()).isEmpty()) {
        notes.add(Pending.NOTE);
      }
    }
    Sweeps sweeps = snapshot.sweeps();
    if (sweeps.overruns() > 0) {
      notes.add(
          Count.of((int) sweeps.overruns(), "sweep")
              + " of "
              + sweeps.completed()
              + " took longer than the interval of "
              + Spoken.of(sweeps.interval()));
    }
    Storage storage = snapshot.storage();
    if (storage.skipped() > 0) {
      notes.add(
          Count.of((int) storage.skipped(), "line")
              + " of the journal could not be read when the agent was started");
    }
    if (storage.fault().isEmpty() && storage.errors() > 0) {
      notes.add(
          Count.of((int) storage.errors(), "attempt")
              + " to write the journal failed since the agent was started");
    }
    if (!notes.isEmpty()) {
      page.open("ul", "class", "notes");
      notes.forEach(note -> page.element("li", note));
      page.close("ul").line();
    }
  }

  private void open(String tone, String text) {
    page.open("div", "class", "banner " + tone).text(text);
  }

  private void close() {
    page.close("div").line();
  }
}
