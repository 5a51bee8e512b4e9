// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import static io.amlreach.agent.state.Seen.minute;
import static io.amlreach.agent.state.Seen.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.finding.Finding;
import io.amlreach.agent.finding.FindingKind;
import io.amlreach.agent.finding.Treatment;
import io.amlreach.agent.state.FindingLedger;
import io.amlreach.agent.state.Ledger;
import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the daemon's log says beside the changes of needs. */
class TellingTest {
  @Test
  void a_finding_says_what_is_wrong_which_rule_is_missing_and_its_id() {
    assertThat(
            CauseLines.text(
                finding("x/1", 'F', List.of("*.a.net", "b", "c", "d"), List.of("https/443"))))
        .isEqualTo(
            "finding: Nothing reaches \\x1b[2J; 1 need; firewall team: allow *.a.net, b, c and 1"
                + " more on https/443; id x/1");
    assertThat(CauseLines.text(finding("x/2", 'F', List.of("zone"), List.of())))
        .isEqualTo("finding: Nothing reaches \\x1b[2J; 1 need; firewall team; id x/2");
  }

  @Test
  void one_that_is_gone_says_how_long_it_lasted() {
    Finding finding = finding("x/1", 'F', List.of(), List.of());
    assertThat(CauseLines.text(new FindingLedger.Known(finding, minute(0)), minute(65)))
        .isEqualTo("finding gone after 1h 5m: Nothing reaches \\x1b[2J; id x/1");
  }

  @Test
  void failures_are_warnings_and_all_else_is_information() {
    Finding failing = finding("x/1", 'F', List.of(), List.of());
    Finding warning = finding("x/2", 'W', List.of(), List.of());
    FindingLedger.Known gone = new FindingLedger.Known(failing, minute(0));
    try (Listened log = new Listened(CauseLines.class)) {
      CauseLines.tell(new FindingLedger.News(List.of(failing, warning), List.of(gone)), minute(1));
      assertThat(log.lines())
          .satisfiesExactly(
              line -> assertThat(line).startsWith("INFO finding gone after 1m: "),
              line -> assertThat(line).startsWith("WARN finding: ").endsWith("; id x/1"),
              line -> assertThat(line).startsWith("INFO finding: ").endsWith("; id x/2"));
    }
  }

  @Test
  void of_many_findings_ten_are_named() {
    List<Finding> many = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      many.add(finding("x/" + i, 'F', List.of(), List.of()));
    }
    try (Listened log = new Listened(CauseLines.class)) {
      CauseLines.tell(new FindingLedger.News(many, List.of()), minute(1));
      assertThat(log.lines())
          .hasSize(11)
          .last()
          .isEqualTo("WARN and 3 more findings are new: the page and the report name them");
    }
  }

  @Test
  void what_failed_before_a_restart_and_fails_still_is_named_the_oldest_first_ten_at_most() {
    List<Verdict> plan = new ArrayList<>();
    Ledger before = new Ledger(2, 2, Map.of(), Verdict::detail);
    for (int i = 0; i < 12; i++) {
      plan.add(0, verdict("host" + i, 'F'));
      before.take(minute(i), plan);
    }
    Ledger after = new Ledger(2, 2, before.standings(), Verdict::detail);
    List<Verdict> now = new ArrayList<>(plan);
    now.add(verdict("new", 'F'));
    now.add(verdict("well", 'P'));
    after.take(minute(60), now);
    try (Listened log = new Listened(StillFailing.class)) {
      StillFailing.tell(minute(60), now, after.standings(), Set.of("new-443"));
      assertThat(log.lines())
          .hasSize(11)
          .startsWith(
              "WARN host0:443 (contoso-mlw/host0-443) still fails, for 1h:"
                  + " closed-after-client-hello; seen F")
          .endsWith("WARN and 2 more still fail: the page and amlreach history name them")
          .noneMatch(line -> line.contains("new:443") || line.contains("well:443"));
    }
  }

  private static Finding finding(
      String id, char letter, List<String> patterns, List<String> ports) {
    return new Finding(
        id,
        FindingKind.RULE_MISSING,
        "Nothing reaches \u001b[2J",
        Confidence.HIGH,
        List.of(),
        List.of(verdict("a", letter)),
        Map.of(),
        new Treatment(Team.FIREWALL, "Allow it.", patterns, ports));
  }
}
