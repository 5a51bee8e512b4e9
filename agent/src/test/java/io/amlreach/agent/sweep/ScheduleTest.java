// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final long SECOND = 1_000_000_000L;

  private long now = -5 * SECOND; // a monotonic clock may be anywhere
  private double chance;
  private final Schedule schedule =
      new Schedule(Duration.ofSeconds(10), 20, () -> now, () -> chance);

  @Test
  void the_first_sweep_is_due_at_once_and_the_others_on_a_grid() {
    assertThat(schedule.rest()).isZero();
    sweepFor(3);
    assertThat(schedule.rest()).hasSeconds(7);
    pass(7);
    sweepFor(1);
    assertThat(schedule.rest()).hasSeconds(9);
  }

  @Test
  void chance_delays_a_sweep_and_never_moves_the_grid() {
    chance = 0.5;
    sweepFor(0);
    assertThat(schedule.rest()).hasSeconds(11);
    pass(11);
    chance = 0;
    sweepFor(0);
    assertThat(schedule.rest()).hasSeconds(9);
  }

  @Test
  void a_sweep_that_takes_too_long_is_followed_at_once_and_by_one_alone() {
    schedule.begin();
    pass(35);
    assertThat(schedule.end()).isTrue();
    assertThat(schedule.overruns()).isEqualTo(3);
    assertThat(schedule.rest()).isZero();
    sweepFor(1);
    assertThat(schedule.rest()).hasSeconds(9);
    assertThat(schedule.overruns()).isEqualTo(3);
  }

  @Test
  void a_sweep_within_its_time_is_no_overrun() {
    schedule.begin();
    pass(9);
    assertThat(schedule.end()).isFalse();
    assertThat(schedule.overruns()).isZero();
  }

  @Test
  void a_pause_of_the_whole_machine_is_no_overrun_and_nothing_is_made_up_for() {
    sweepFor(1);
    pass(3600);
    assertThat(schedule.rest()).isZero();
    sweepFor(1);
    assertThat(schedule.rest()).hasSeconds(9);
    assertThat(schedule.overruns()).isZero();
  }

  @Test
  void one_that_somebody_asks_for_begins_a_new_grid() {
    sweepFor(1);
    pass(4);
    sweepFor(1);
    assertThat(schedule.rest()).hasSeconds(9);
  }

  private void sweepFor(long seconds) {
    schedule.begin();
    pass(seconds);
    schedule.end();
  }

  private void pass(long seconds) {
    now += seconds * SECOND;
  }
}
