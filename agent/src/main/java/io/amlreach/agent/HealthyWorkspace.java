// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.finding.Finding;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.sweep.Ending;
import io.amlreach.agent.verdict.Signatures;
import io.amlreach.config.Settings;
import io.amlreach.config.catalog.Need;
import io.amlreach.config.catalog.Plan;
import io.amlreach.config.yaml.ProblemsException;
import io.amlreach.lab.Lab;
import io.amlreach.lab.scenario.Vantage;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A workspace around which nothing is broken: whatever is found there is a false alarm. */
final class HealthyWorkspace {
  private final CheckCommand check;

  HealthyWorkspace(CheckCommand check) {
    this.check = check;
  }

  /**
   * What so many checks in a row come to.
   *
   * @param findings of all of them; empty unless amlreach is wrong
   * @param times how many were begun
   * @param finished how many were neither interrupted nor cut short
   */
  record Result(List<Finding> findings, int times, int finished) {
    /** All were run, and nothing was found. */
    boolean complete() {
      return findings.isEmpty() && finished == times;
    }
  }

  Result run(int times) throws ProblemsException {
    List<Finding> findings = new ArrayList<>();
    int finished = 0;
    try (Lab lab = Simulation.healthy()) {
      Settings settings =
          Simulation.settings(List.of(Simulation.workspace(lab.demo().workspace())));
      Plan plan = spoken(Assembly.plan(settings));
      for (int i = 0; i < times; i++) {
        try (Network network = Simulation.network(lab, Vantage.USUAL, settings)) {
          Report report = check.probe(plan, network, settings.probe(), Signatures.shipped());
          findings.addAll(report.findings());
          finished += report.ending() == Ending.COMPLETED ? 1 : 0;
        }
      }
    }
    return new Result(findings, times, finished);
  }

  /** Without UDP: its silence takes the whole timeout and proves nothing. */
  private static Plan spoken(Plan plan) {
    List<Need> needs = plan.needs().stream().filter(need -> !udp(need.target())).toList();
    return new Plan(plan.edition(), needs).withPrivateNames(plan.privateNames());
  }

  private static boolean udp(@Nullable Target target) {
    return target != null && target.protocol() == Protocol.UDP;
  }
}
