// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import io.amlreach.agent.report.Report;
import io.amlreach.agent.verdict.Verdict;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Stage;
import io.amlreach.probe.Step;
import io.amlreach.probe.Target;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What is timed apart.
 *
 * @param protocol its word
 */
record Timed(String protocol, Stage stage) {

  /** Every step of a sweep; a target that several workspaces need was probed once. */
  static void each(Report report, BiConsumer<Timed, Duration> counter) {
    Set<Target> counted = new HashSet<>();
    for (Verdict verdict : report.verdicts()) {
      Outcome outcome = verdict.outcome();
      if (outcome != null && counted.add(outcome.target())) {
        String protocol = outcome.target().protocol().word();
        for (Step step : EachTarget.steps(outcome)) {
          counter.accept(new Timed(protocol, step.stage()), step.duration());
        }
      }
    }
  }
}
