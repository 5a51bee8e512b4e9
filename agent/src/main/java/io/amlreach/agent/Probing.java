// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.report.Report;
import io.amlreach.agent.sweep.Controls;
import io.amlreach.agent.sweep.Evidence;
import io.amlreach.agent.sweep.NamesToSurvey;
import io.amlreach.agent.sweep.Pace;
import io.amlreach.agent.sweep.Questions;
import io.amlreach.agent.sweep.Sweep;
import io.amlreach.agent.verdict.Signatures;
import io.amlreach.config.Settings;
import io.amlreach.config.catalog.Plan;
import io.amlreach.probe.Outcome;
import io.amlreach.probe.Scrutiny;
import io.amlreach.probe.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Probes a plan once and judges what comes back: the same for a check and for a daemon.
 *
 * @param proxyVariable the environment variable that names a proxy; empty when none does
 */
record Probing(Plan plan, Settings.Probe how, Signatures signatures, String proxyVariable) {

  /**
   * Asks everything.
   *
   * @param listener told of each outcome as it arrives, from other threads
   * @param started told of the sweep, so that it can be interrupted
   */
  Report run(Network network, Pace pace, Consumer<Outcome> listener, Consumer<Sweep> started) {
    try (Network.Round round = network.open()) {
      Sweep sweep = new Sweep(round.instruments(), listener);
      started.accept(sweep);
      Instant startedAt = Instant.now();
      long start = System.nanoTime();
      Set<Target> controls = Controls.of(plan, how.controlAddress());
      Map<String, Scrutiny> names = NamesToSurvey.of(plan, round.resolvers().size());
      Questions questions = new Questions(plan.targets(), controls, names);
      Evidence evidence = sweep.run(questions, pace, how.deadline());
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      String unused = network.proxy().isEmpty() ? proxyVariable : "";
      Report.Host host =
          new Report.Host(HostName.read(), round.resolvers(), unused, network.proxy());
      return Report.of(plan, evidence, signatures, Version.read(), host, startedAt, took);
    }
  }
}
