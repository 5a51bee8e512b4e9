// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.state;

import static io.amlreach.agent.state.Seen.minute;
import static io.amlreach.agent.state.Seen.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.finding.Finding;
import io.amlreach.agent.finding.FindingKind;
import io.amlreach.agent.finding.Treatment;
import io.amlreach.agent.verdict.Team;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.config.signature.Confidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingLedgerTest {
  private final Ledger needs = new Ledger(2, 2, Map.of(), Verdict::detail);
  private final FindingLedger findings = new FindingLedger();
  private int sweeps;

  @Test
  void a_finding_of_the_first_sweep_is_told_at_once_and_once_only() {
    assertThat(sweep("FP", "x a")).containsExactly("+x");
    assertThat(sweep("FP", "x a")).isEmpty();
  }

  @Test
  void one_that_comes_later_is_told_when_the_first_of_its_needs_has_settled() {
    sweep("PP");
    assertThat(sweep("FP", "x a")).isEmpty();
    assertThat(sweep("FF", "x a b")).containsExactly("+x");
  }

  @Test
  void one_sweep_that_was_lost_is_not_told_at_all() {
    sweep("PP");
    assertThat(sweep("FP", "x a")).isEmpty();
    assertThat(sweep("PP")).isEmpty();
  }

  @Test
  void it_is_gone_when_what_it_explained_has_settled_too() {
    sweep("FP", "x a");
    assertThat(sweep("PP")).isEmpty();
    assertThat(sweep("PP")).containsExactly("-x");
  }

  @Test
  void it_is_gone_at_once_when_another_one_explains_the_same() {
    sweep("FP", "x a");
    assertThat(sweep("FP", "y a")).containsExactly("-x", "+y");
  }

  @Test
  void a_sweep_that_did_not_get_that_far_ends_nothing() {
    sweep("FP", "x a");
    assertThat(sweep("NP")).isEmpty();
    assertThat(sweep("FP", "x a")).isEmpty();
  }

  @Test
  void what_settings_take_away_takes_its_finding_with_it() {
    sweep("PF", "x b");
    assertThat(sweep("P")).containsExactly("-x");
  }

  @Test
  void it_says_since_when_it_was_told() {
    sweep("FP", "x a");
    sweep("FP", "x a");
    sweep("PP");
    needs.take(minute(9), List.of(verdict("a", 'P')));
    assertThat(findings.take(minute(9), List.of(), needs.standings()).ended())
        .extracting(FindingLedger.Known::since)
        .containsExactly(minute(0));
  }

  /** Letters of hosts a, b and so on; findings as an id and the hosts that they explain. */
  private List<String> sweep(String letters, String... found) {
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < letters.length(); i++) {
      verdicts.add(verdict(Character.toString('a' + i), letters.charAt(i)));
    }
    needs.take(minute(sweeps), verdicts);
    List<Finding> told = Arrays.stream(found).map(words -> finding(words, verdicts)).toList();
    FindingLedger.News news = findings.take(minute(sweeps++), told, needs.standings());
    List<String> signs = new ArrayList<>();
    news.ended().forEach(ended -> signs.add("-" + ended.finding().id()));
    news.begun().forEach(begun -> signs.add("+" + begun.id()));
    return signs;
  }

  private static Finding finding(String words, List<Verdict> verdicts) {
    List<String> parts = List.of(words.split(" "));
    List<Verdict> explained =
        verdicts.stream().filter(one -> parts.contains(one.need().host())).toList();
    return new Finding(
        parts.get(0),
        FindingKind.UNEXPLAINED,
        "it is down",
        Confidence.LOW,
        List.of(),
        explained,
        Map.of(),
        new Treatment(Team.FIREWALL, "Mend it.", List.of(), List.of()));
  }
}
