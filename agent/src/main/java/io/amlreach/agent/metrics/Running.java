// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import static io.amlreach.agent.metrics.Described.counter;
import static io.amlreach.agent.metrics.Described.gauge;
import static io.amlreach.agent.metrics.Family.Occasion.ALWAYS;
import static io.amlreach.agent.metrics.Family.Occasion.OVER_TIME;

import io.amlreach.agent.board.Snapshot;
import io.amlreach.agent.board.Vantage;
import io.amlreach.agent.metrics.Family.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The families that say how amlreach itself gets on. */
final class Running {
  static final List<Family> FAMILIES =
      List.of(
          new Family(
              gauge("sweep_duration_seconds", "How long the last sweep took."),
              ALWAYS,
              (facts, series) -> {
                Duration took = facts.snapshot().sweeps().lastDuration();
                if (took != null) {
                  series.add(Seconds.of(took));
                }
              }),
          new Family(
              gauge("sweep_last_completion_timestamp_seconds", "When the last sweep was over."),
              ALWAYS,
              (facts, series) -> {
                Instant at = facts.snapshot().sweeps().lastCompletion();
                if (at != null) {
                  series.add(Seconds.of(at));
                }
              }),
          single(
              gauge("sweep_interval_seconds", "How often the settings ask for a sweep."),
              now -> Seconds.of(now.sweeps().interval())),
          single(
              counter("sweeps", "Sweeps that were completed since the start."),
              now -> (double) now.sweeps().completed()),
          single(
              counter(
                  "sweep_overruns", "How often a sweep was not over when the next one was due."),
              now -> (double) now.sweeps().overruns()),
          new Family(
              gauge(
                  "vantage_clear",
                  "Whether this host can judge anything: 1 with a network and a DNS server that"
                      + " answers. At 0 the states of targets stay as they were, and what was not"
                      + " known before is unknown."),
              ALWAYS,
              (facts, series) ->
                  series.add(facts.snapshot().vantage().view() == Vantage.View.CLEAR ? 1 : 0)),
          new Family(
              gauge(
                  "vantage",
                  "1 for how this host sees the network: clear, no-network or no-resolver; 0 for"
                      + " the others.",
                  "view"),
              ALWAYS,
              Running::views),
          single(
              gauge(
                  "config_last_reload_successful",
                  "Whether the settings that were read last are in force."),
              now -> now.loaded().current() ? 1 : 0),
          single(
              gauge(
                  "config_last_reload_success_timestamp_seconds",
                  "When the settings in force were read."),
              now -> Seconds.of(now.loaded().at())),
          single(
              gauge("journal_healthy", "Whether changes of state are kept across a restart."),
              now -> now.storage().fault().isEmpty() ? 1 : 0),
          single(
              counter(
                  "journal_write_errors",
                  "Attempts to write the journal that failed; each sweep tries again."),
              now -> (double) now.storage().errors()),
          single(
              gauge(
                  "journal_skipped_lines",
                  "Lines of the journal that could not be read at the start."),
              now -> (double) now.storage().skipped()));

  private Running() {}

  private static Family single(Described described, ToDoubleFunction<Snapshot> value) {
    return new Family(
        described, OVER_TIME, (facts, series) -> series.add(value.applyAsDouble(facts.snapshot())));
  }

  private static void views(Facts facts, Series series) {
    Vantage.View present = facts.snapshot().vantage().view();
    for (Vantage.View view : Vantage.View.values()) {
      series.add(view == present ? 1 : 0, view.word());
    }
  }
}
