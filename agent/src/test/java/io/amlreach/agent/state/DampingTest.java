// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.state;

import static io.amlreach.agent.state.Seen.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.verdict.Level;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DampingTest {

  /** What is settled after each of the sweeps, and since which minute it is at the end. */
  @ParameterizedTest(name = "{0}/{1}: {2} settles as {3} since minute {4}")
  @CsvSource({
    // first sight settles at once
    "2, 1, P, P, 0",
    "2, 1, F, F, 0",
    // one failure is not enough, two are, and it began with the first
    "2, 1, PF, PP, 0",
    "2, 1, PFF, PPF, 1",
    "2, 1, PFP, PPP, 0",
    "2, 1, PFPF, PPPP, 0",
    "3, 1, PFFPFFF, PPPPPPF, 4",
    // recovery has its own number
    "2, 1, FP, FP, 1",
    "2, 3, FPP, FFF, 0",
    "2, 3, FPPP, FFFP, 1",
    "2, 3, FPPFPPP, FFFFFFP, 4",
    // one of each is enough when the settings say so
    "1, 1, PFPF, PFPF, 3",
    // the latest decides what it settles as, and how many are needed
    "2, 1, PFG, PPG, 1",
    "2, 1, PFW, PPW, 1",
    "3, 2, PFGF, PPPF, 1",
    "5, 2, FGP, FFP, 1",
    "2, 4, FPG, FFG, 0",
    // a warning is better than a failure and worse than a pass
    "2, 1, FW, FW, 1",
    "2, 1, WP, WP, 1",
    "2, 1, WF, WW, 0",
    "2, 1, PW, PP, 0",
    "2, 1, PWW, PPW, 1",
    // silence is worse than a warning and better than a failure
    "2, 1, FU, FU, 1",
    "2, 1, PUU, PPU, 1",
    "2, 1, WU, WW, 0",
    "2, 1, UF, UU, 0",
    "2, 1, UP, UP, 1",
    // another cause of the same level is damped, too, and does not change since when
    "2, 1, FG, FF, 0",
    "2, 1, FGG, FFG, 0",
    "2, 1, PFFGG, PPFFG, 1",
    // what nobody asks settles at once, and so does what is asked for the first time
    "3, 3, PS, PS, 1",
    "3, 3, FS, FS, 1",
    "3, 3, SF, SF, 1",
    "3, 3, SP, SP, 1",
    "3, 3, PFS, PPS, 2",
    // a sweep that was cut off neither ends nor extends a streak
    "2, 1, PN, PP, 0",
    "2, 1, PNNNN, PPPPP, 0",
    "2, 1, PFNF, PPPF, 1",
    "2, 2, FPNP, FFFP, 1",
  })
  void settles(int failAfter, int passAfter, String seen, String settled, int since) {
    Damping damping = new Damping(failAfter, passAfter);
    @Nullable Standing standing = null;
    for (int i = 0; i < seen.length(); i++) {
      Condition now = Seen.of(seen.charAt(i));
      standing =
          standing == null
              ? Damping.first(now, Seen.usable(seen.charAt(i)), minute(i))
              : damping.next(standing, now, Seen.usable(seen.charAt(i)), minute(i));
      assertThat(standing.settled()).as("sweep " + i).isEqualTo(Seen.of(settled.charAt(i)));
    }
    assertThat(standing).isNotNull();
    assertThat(standing.since()).isEqualTo(minute(since));
  }

  @Test
  void counts_what_has_not_settled_yet() {
    Damping damping = new Damping(4, 4);
    Standing standing = Damping.first(Seen.of('P'), Seen.usable('P'), minute(0));
    assertThat(standing.streak()).isZero();
    assertThat(standing.streakBegan()).isNull();
    standing = damping.next(standing, Seen.of('F'), Seen.usable('F'), minute(1));
    standing = damping.next(standing, Seen.of('G'), Seen.usable('G'), minute(2));
    assertThat(standing.streak()).isEqualTo(2);
    assertThat(standing.streakBegan()).isEqualTo(minute(1));
    assertThat(standing.seen()).isEqualTo(Seen.of('G'));
    standing = damping.next(standing, Seen.of('P'), Seen.usable('P'), minute(3));
    assertThat(standing.streak()).isZero();
    assertThat(standing.streakBegan()).isNull();
  }

  @Test
  void knows_when_it_last_passed_with_or_without_a_warning() {
    Damping damping = new Damping(2, 1);
    Standing standing = Damping.first(Seen.of('F'), Seen.usable('F'), minute(0));
    assertThat(standing.lastPass()).isNull();
    standing = damping.next(standing, Seen.of('W'), Seen.usable('W'), minute(1));
    assertThat(standing.lastPass()).isEqualTo(minute(1));
    standing = damping.next(standing, Seen.of('F'), Seen.usable('F'), minute(2));
    standing = damping.next(standing, Seen.of('N'), Seen.usable('N'), minute(3));
    assertThat(standing.lastPass()).isEqualTo(minute(1));
  }

  @Test
  void keeps_the_levels_seen_last_and_no_more() {
    Damping damping = new Damping(2, 1);
    Standing standing = Damping.first(Seen.of('F'), Seen.usable('F'), minute(0));
    for (int i = 1; i <= Standing.RECENT; i++) {
      standing =
          damping.next(
              standing, Seen.of(i == 7 ? 'N' : 'P'), Seen.usable(i == 7 ? 'N' : 'P'), minute(i));
    }
    assertThat(standing.recent()).hasSize(Standing.RECENT).startsWith(Level.FAIL, Level.PASS);
    standing = damping.next(standing, Seen.of('W'), Seen.usable('W'), minute(99));
    assertThat(standing.recent())
        .hasSize(Standing.RECENT)
        .startsWith(Level.PASS)
        .endsWith(Level.PASS, Level.WARN)
        .containsAll(Collections.nCopies(3, Level.PASS));
  }

  @Test
  void a_recommended_row_that_warns_because_it_fails_has_not_passed() {
    Standing standing = Damping.first(Seen.of('W'), false, minute(0));
    assertThat(standing.lastPass()).isNull();
    standing = new Damping(1, 1).next(standing, Seen.of('P'), true, minute(1));
    standing = new Damping(1, 1).next(standing, Seen.of('W'), false, minute(2));
    assertThat(standing.lastPass()).isEqualTo(minute(1));
  }
}
