// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.page;

import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.finding.Finding;
import io.amlreach.agent.report.Pending;
import io.amlreach.agent.report.Row;
import io.amlreach.agent.report.html.Markup;
import io.amlreach.agent.report.html.Remarks;
import io.amlreach.agent.state.FindingLedger;
import io.amlreach.agent.state.Standing;
import io.amlreach.agent.state.Transition;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known of findings and rows over time. */
final class LiveRemarks implements Remarks {
  private static final int CHANGES = 10;

  private final Snapshot snapshot;
  private final Map<String, List<Transition>> transitions = new HashMap<>();

  LiveRemarks(Snapshot snapshot) {
    this.snapshot = snapshot;
    for (Transition transition : snapshot.transitions()) {
      transitions.computeIfAbsent(transition.need(), need -> new ArrayList<>()).add(transition);
    }
  }

  @Override
  public Level level(Verdict verdict) {
    return snapshot.settled(verdict).level();
  }

  @Override
  public boolean urgent(Row row) {
    return standing(row).filter(standing -> standing.streak() > 0).isPresent();
  }

  @Override
  public void finding(Finding finding, Markup page) {
    if (!HeadSection.judges(snapshot)) {
      return; // what is known of its rows is older than it
    }
    begin(finding)
        .ifPresent(
            begin -> {
              page.text(", ");
              Moments.since(begin, page);
            });
    if (!FindingLedger.settled(finding, snapshot.standings())) {
      standings(finding.verdicts())
          .findFirst()
          .ifPresent(
              standing ->
                  page.text(", seen " + Pending.times(standing) + "; " + Pending.counts(standing)));
    }
  }

  @Override
  public void state(Row row, Markup page) {
    standing(row)
        .filter(standing -> standing.streak() > 0 || standing.settled().level() != Level.SKIPPED)
        .ifPresent(
            standing -> {
              page.open("div", "class", "since muted");
              Moments.since(standing.since(), page);
              page.close("div");
              Strip.write(standing.recent(), page);
              if (standing.streak() > 0) {
                seen(standing, page);
              }
            });
  }

  @Override
  public void evidence(Row row, Markup page) {
    standing(row).ifPresent(standing -> known(standing, page));
    List<Transition> own =
        row.verdicts().stream()
            .flatMap(verdict -> transitions.getOrDefault(id(verdict), List.of()).stream())
            .sorted(Comparator.comparing(Transition::at).reversed())
            .toList();
    for (Changes changes : Changes.of(own, CHANGES)) {
      page.element("dt", "Change").open("dd");
      Moments.ago(changes.first().at(), page);
      page.text(" ");
      ConditionMarkup.change(changes.first(), page);
      if (!changes.first().evidence().isEmpty()) {
        page.element("div", changes.first().evidence(), "class", "muted");
      }
      page.close("dd");
    }
  }

  private static void known(Standing standing, Markup page) {
    if (!standing.recent().isEmpty()) {
      String counts = Strip.counts(standing.recent());
      page.element("dt", "Last " + standing.recent().size()).element("dd", counts);
    }
    if (standing.settled().level() == Level.PASS) {
      return;
    }
    page.element("dt", "Last pass").open("dd");
    if (standing.lastPass() == null) {
      page.text("never seen");
    } else {
      Moments.ago(standing.lastPass(), page);
    }
    page.close("dd");
  }

  /** What does not count yet: one bad answer is no outage. */
  private static void seen(Standing standing, Markup page) {
    Level level = standing.seen().level();
    String cause = level == Level.PASS ? "" : ", " + ConditionMarkup.cause(standing.seen());
    page.element(
        "div",
        "seen "
            + Pending.times(standing)
            + ": "
            + level.word()
            + cause
            + "; "
            + Pending.counts(standing),
        "class",
        "seen " + level.word());
  }

  /** Of the one of its needs that is known longest. */
  private Optional<Standing> standing(Row row) {
    return standings(row.verdicts()).min(Comparator.comparing(Standing::since));
  }

  /** When the first of what it explains went wrong. */
  private Optional<Instant> begin(Finding finding) {
    return standings(finding.verdicts())
        .map(
            standing ->
                standing.settled().level() == Level.PASS
                    ? standing.streakBegan()
                    : standing.since())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder());
  }

  private Stream<Standing> standings(List<Verdict> verdicts) {
    return verdicts.stream()
        .map(verdict -> snapshot.standings().get(id(verdict)))
        .filter(Objects::nonNull);
  }

  private static String id(Verdict verdict) {
    return verdict.need().id();
  }
}
