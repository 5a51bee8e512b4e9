// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.state;

import static io.amlreach.agent.state.Seen.minute;
import static io.amlreach.agent.state.Seen.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private final Ledger ledger = new Ledger(2, 1, Map.of(), Verdict::detail);

  @Test
  void a_first_start_tells_what_fails_or_warns_and_nothing_else() {
    List<Verdict> plan = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      plan.add(verdict("host" + i, 'P'));
    }
    plan.add(verdict("udp", 'U'));
    plan.add(verdict("waived", 'S'));
    plan.add(verdict("cut", 'N'));
    plan.add(verdict("bad", 'F'));
    plan.add(verdict("odd", 'W'));
    List<Transition> told = ledger.take(minute(0), plan);
    assertThat(told).extracting(Transition::need).containsExactly("bad-443", "odd-443");
    assertThat(told).extracting(Transition::from).containsOnlyNulls();
    assertThat(ledger.standings()).hasSize(704).doesNotContainKey("cut-443");
  }

  @Test
  void a_change_says_what_it_was_what_it_is_since_when_and_why() {
    ledger.take(minute(0), List.of(verdict("a", 'P'), verdict("b", 'P')));
    assertThat(ledger.take(minute(1), List.of(verdict("a", 'F'), verdict("b", 'F')))).isEmpty();
    assertThat(ledger.take(minute(2), List.of(verdict("a", 'G'), verdict("b", 'P'))))
        .containsExactly(
            new Transition(
                minute(2),
                "a-443",
                "a:443",
                "contoso-mlw",
                Seen.of('P'),
                Seen.of('G'),
                minute(1),
                "seen G"));
  }

  @Test
  void changes_are_told_in_the_order_of_the_plan() {
    List<String> hosts = List.of("z", "m", "a", "q");
    ledger.take(minute(0), hosts.stream().map(host -> verdict(host, 'F')).toList());
    assertThat(ledger.take(minute(1), hosts.stream().map(host -> verdict(host, 'P')).toList()))
        .extracting(Transition::subject)
        .containsExactly("z:443", "m:443", "a:443", "q:443");
  }

  @Test
  void what_the_settings_change_is_told_only_where_something_failed_or_fails() {
    ledger.take(minute(0), List.of(verdict("a", 'P'), verdict("b", 'F'), verdict("c", 'S')));
    assertThat(
            ledger.take(
                minute(1), List.of(verdict("a", 'S'), verdict("b", 'S'), verdict("c", 'P'))))
        .extracting(Transition::need)
        .containsExactly("b-443");
    assertThat(
            ledger.take(
                minute(2), List.of(verdict("a", 'P'), verdict("b", 'P'), verdict("c", 'S'))))
        .isEmpty();
    assertThat(ledger.take(minute(3), List.of(verdict("a", 'P'), verdict("c", 'F'))))
        .extracting(Transition::need)
        .containsExactly("c-443");
  }

  @Test
  void what_is_no_longer_in_the_plan_is_forgotten() {
    ledger.take(minute(0), List.of(verdict("a", 'F'), verdict("b", 'F')));
    ledger.take(minute(1), List.of(verdict("b", 'F')));
    assertThat(ledger.standings()).containsOnlyKeys("b-443");
    assertThat(ledger.take(minute(2), List.of(verdict("a", 'F'), verdict("b", 'F'))))
        .extracting(Transition::since)
        .containsExactly(minute(2));
  }

  @Test
  void a_sweep_that_was_cut_off_forgets_nothing() {
    ledger.take(minute(0), List.of(verdict("a", 'P'), verdict("b", 'F')));
    Map<String, Standing> before = ledger.standings();
    assertThat(ledger.take(minute(1), List.of(verdict("a", 'N'), verdict("b", 'N')))).isEmpty();
    assertThat(ledger.standings()).isEqualTo(before);
  }

  @Test
  void goes_on_where_another_ended() {
    Standing known = Damping.first(Seen.of('F'), Seen.usable('F'), minute(-1000));
    Ledger next = new Ledger(2, 1, Map.of("a-443", known), Verdict::detail);
    assertThat(next.take(minute(0), List.of(verdict("a", 'F')))).isEmpty();
    assertThat(next.standings().get("a-443").since()).isEqualTo(minute(-1000));
  }

  @Test
  void other_settings_count_on_with_what_was_counted() {
    ledger.damp(5, 1);
    ledger.take(minute(0), List.of(verdict("a", 'P')));
    ledger.take(minute(1), List.of(verdict("a", 'F')));
    ledger.take(minute(2), List.of(verdict("a", 'F')));
    ledger.damp(3, 1);
    assertThat(ledger.take(minute(3), List.of(verdict("a", 'F'))))
        .extracting(Transition::since)
        .containsExactly(minute(1));
  }

  @Test
  void standings_that_were_handed_out_do_not_change() {
    ledger.take(minute(0), List.of(verdict("a", 'P')));
    Map<String, Standing> then = ledger.standings();
    ledger.take(minute(1), List.of(verdict("a", 'F')));
    assertThat(then.get("a-443").streak()).isZero();
  }
}
