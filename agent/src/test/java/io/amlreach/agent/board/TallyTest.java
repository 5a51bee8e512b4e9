// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.board;

import static io.amlreach.agent.state.Seen.minute;
import static io.amlreach.agent.state.Seen.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.report.Pending;
import io.amlreach.agent.state.Ledger;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
  private final Ledger ledger = new Ledger(2, 3, Map.of(), Verdict::detail);
  private int sweeps;

  @Test
  void a_first_failing_sweep_is_told_in_words_and_counts_later() {
    assertThat(pending("PPP")).isEmpty();
    assertThat(pending("FPP")).isEqualTo("1 failure seen once, counts after 2 sweeps in a row");
    assertThat(pending("FPP")).isEmpty();
  }

  @Test
  void so_is_a_first_passing_one() {
    pending("FFP");
    assertThat(pending("PPP"))
        .isEqualTo("2 improvements seen once, counts after 3 sweeps in a row");
    assertThat(pending("PFP"))
        .isEqualTo("1 improvement seen 2 times, counts after 3 sweeps in a row");
  }

  @Test
  void what_began_at_different_times_has_no_number_of_times() {
    ledger.damp(3, 1);
    pending("PPP");
    pending("FPP");
    assertThat(pending("FFP")).isEqualTo("2 failures seen, counts after 3 sweeps in a row");
  }

  @Test
  void worse_is_told_by_its_kind() {
    pending("PPPF");
    assertThat(pending("WUFG"))
        .isEqualTo(
            "1 failure seen once, counts after 2 sweeps in a row; 1 warning seen once, counts after"
                + " 2 sweeps in a row; 1 unknown answer seen once, counts after 2 sweeps in a row");
  }

  @Test
  void status_and_headline_say_what_counts_and_what_does_not_yet() {
    Map<Level, Integer> levels = new EnumMap<>(Level.class);
    levels.put(Level.PASS, 3);
    levels.put(Level.SKIPPED, 9);
    Tally damped = new Tally(levels, 0, "1 failure seen once, counts after 2 sweeps in a row");
    assertThat(damped.headline())
        .isEqualTo("All 3 pass; 1 failure seen once, counts after 2 sweeps in a row");
    assertThat(damped.status())
        .isEqualTo("3 of 3 pass; 1 failure seen once, counts after 2 sweeps in a row");
    levels.put(Level.FAIL, 1);
    levels.put(Level.WARN, 2);
    levels.put(Level.UNKNOWN, 1);
    Tally settled = new Tally(levels, 2, "");
    assertThat(settled.headline()).isEqualTo("3 of 7 pass, 2 findings");
    assertThat(settled.status())
        .isEqualTo("3 of 7 pass, 1 fails, 2 warnings, 1 unknown, 2 findings");
    assertThat(settled.worst()).isEqualTo(Level.FAIL);
    assertThat(new Tally(new EnumMap<>(Level.class), 0, "").headline())
        .isEqualTo("Nothing was probed");
  }

  private String pending(String letters) {
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < letters.length(); i++) {
      verdicts.add(verdict(Character.toString('a' + i), letters.charAt(i)));
    }
    ledger.take(minute(sweeps++), verdicts);
    return Pending.of(ledger.standings().values());
  }
}
