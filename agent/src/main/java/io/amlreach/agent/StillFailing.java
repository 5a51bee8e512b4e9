// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.report.NeedLabel;
import io.amlreach.agent.report.Printable;
import io.amlreach.agent.report.SeenText;
import io.amlreach.agent.report.Span;
import io.amlreach.agent.state.Ledger;
import io.amlreach.agent.state.Standing;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.catalog.Need;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A need that failed before the daemon was started again and fails still: nothing has changed, so
 * nothing else in its log would name it.
 */
record StillFailing(Verdict verdict, Standing standing) {
  private static final Logger LOG = LoggerFactory.getLogger(StillFailing.class);

  private static final int MOST = 10;

  /**
   * Tells them, those that have failed longest first.
   *
   * @param at when the sweep was
   * @param standings after it
   * @param told ids of needs that were told already, as changes
   */
  static void tell(
      Instant at, List<Verdict> verdicts, Map<String, Standing> standings, Set<String> told) {
    List<StillFailing> still = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      Standing standing = standings.get(verdict.need().id());
      if (verdict.level() == Level.FAIL
          && standing != null
          && standing.settled().level() == Level.FAIL
          && !told.contains(verdict.need().id())) {
        still.add(new StillFailing(verdict, standing));
      }
    }
    still.sort(Comparator.comparing(one -> one.standing.since()));
    still.stream().limit(MOST).forEach(one -> one.tell(at));
    int more = still.size() - MOST;
    if (more > 0) {
      LOG.warn("and {} more still fail: the page and amlreach history name them", more);
    }
  }

  private void tell(Instant at) {
    Need need = verdict.need();
    LOG.atWarn()
        .addKeyValue("need", Printable.of(need.id()))
        .addKeyValue("subject", Printable.of(Ledger.subject(need)))
        .addKeyValue("workspace", Printable.of(need.workspace()))
        .addKeyValue("to", Level.FAIL.word())
        .addKeyValue("cause", verdict.cause().word())
        .addKeyValue("since", standing.since())
        .log(text(at));
  }

  String text(Instant at) {
    Need need = verdict.need();
    Duration lasts = Duration.between(standing.since(), at);
    String label = NeedLabel.of(Ledger.subject(need), need.id(), need.workspace()).sentence();
    String seen = SeenText.of(verdict);
    return label
        + " still fails"
        + (lasts.isNegative() ? "" : ", for " + Span.of(lasts))
        + ": "
        + verdict.cause().word()
        + (seen.isEmpty() ? "" : "; " + Printable.of(seen));
  }
}
