// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.finding.Finding;
import io.amlreach.agent.finding.Treatment;
import io.amlreach.agent.report.Count;
import io.amlreach.agent.report.Names;
import io.amlreach.agent.report.Printable;
import io.amlreach.agent.report.Span;
import io.amlreach.agent.state.FindingLedger;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Team;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What the daemon's log says of root causes: a line when one is found and a line when it is gone.
 */
final class CauseLines {
  private static final Logger LOG = LoggerFactory.getLogger(CauseLines.class);

  /** Of one sweep and sort: few causes explain many needs, and the page has them all. */
  private static final int MOST = 10;

  /** Patterns and ports of a rule before the rest is only counted. */
  private static final int NAMES = 3;

  private static final int TITLE = 300;

  private CauseLines() {}

  /**
   * Tells it.
   *
   * @param at when the sweep was
   */
  static void tell(FindingLedger.News news, Instant at) {
    news.ended().stream().limit(MOST).forEach(ended -> ended(ended, at));
    more(LOG.atInfo(), news.ended().size(), "are gone");
    news.begun().stream().limit(MOST).forEach(CauseLines::begun);
    more(LOG.atWarn(), news.begun().size(), "are new");
  }

  private static void begun(Finding finding) {
    boolean failing = finding.verdicts().stream().anyMatch(one -> one.level() == Level.FAIL);
    line(failing ? LOG.atWarn() : LOG.atInfo(), finding, "found").log(text(finding));
  }

  private static void ended(FindingLedger.Known ended, Instant at) {
    line(LOG.atInfo(), ended.finding(), "gone").log(text(ended, at));
  }

  private static LoggingEventBuilder line(LoggingEventBuilder line, Finding finding, String is) {
    return line.addKeyValue("finding", Printable.of(finding.id()))
        .addKeyValue("state", is)
        .addKeyValue("kind", finding.kind().word())
        .addKeyValue("team", finding.treatment().team().word())
        .addKeyValue("needs", finding.verdicts().size());
  }

  static String text(Finding finding) {
    return "finding: "
        + Printable.of(finding.title(), TITLE)
        + "; "
        + Count.of(finding.verdicts().size(), "need")
        + work(finding.treatment())
        + "; id "
        + Printable.of(finding.id());
  }

  static String text(FindingLedger.Known ended, Instant at) {
    Duration lasted = Duration.between(ended.since(), at);
    Finding finding = ended.finding();
    return "finding gone"
        + (lasted.isNegative() ? "" : " after " + Span.of(lasted))
        + ": "
        + Printable.of(finding.title(), TITLE)
        + "; id "
        + Printable.of(finding.id());
  }

  /** Which rule, or else whose work it is; empty when there is nothing to do. */
  private static String work(Treatment treatment) {
    Team team = treatment.team();
    if (team == Team.NOBODY) {
      return "";
    }
    String whose = "; " + team.word() + " team";
    List<String> patterns = treatment.patterns();
    if (treatment.ports().isEmpty() || patterns.isEmpty()) {
      return whose;
    }
    return whose + ": allow " + few(patterns) + " on " + few(treatment.ports());
  }

  private static String few(List<String> names) {
    return Printable.of(Names.of(names, NAMES));
  }

  private static void more(LoggingEventBuilder line, int all, String are) {
    if (all > MOST) {
      line.log("and {} more findings {}: the page and the report name them", all - MOST, are);
    }
  }
}
