// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.cli.Format;
import io.amlreach.agent.cli.Invocation;
import io.amlreach.agent.report.Report;
import io.amlreach.agent.report.ReportWriter;
import io.amlreach.agent.sweep.Ending;
import io.amlreach.agent.verdict.Signatures;
import io.amlreach.config.Settings;
import io.amlreach.config.catalog.Plan;
import io.amlreach.config.yaml.ProblemsException;
import io.amlreach.lab.Lab;
import io.amlreach.lab.demo.DemoWorld;
import io.amlreach.lab.scenario.Vantage;
import java.util.List;

/** The check of a workspace around which about a dozen things are broken. */
final class DemoCommand {
  private final Console console;
  private final Interruption interruption;

  DemoCommand(Console console, Interruption interruption) {
    this.console = console;
    this.interruption = interruption;
  }

  ExitCode run(Invocation.Demo asked) throws ProblemsException {
    try (Lab lab = Simulation.lab()) {
      DemoWorld world = lab.demo();
      Settings settings = Simulation.settings(List.of(Simulation.workspace(world.workspace())));
      Plan plan = Assembly.plan(settings);
      Report report;
      try (Network network = Simulation.network(lab, Vantage.USUAL, settings)) {
        report =
            new CheckCommand(console, interruption)
                .probe(plan, network, settings.probe(), Signatures.shipped());
      }
      ReportWriter writer = Assembly.reportWriter(asked.telling(), console, Settings.Metrics.USUAL);
      boolean interrupted = report.ending() == Ending.INTERRUPTED;
      boolean asText = asked.telling().format() == Format.TEXT;
      Confession confession = new Confession(world.breakages(), report);
      ExitCode told =
          new Told(console)
              .all(
                  asked.telling(),
                  out -> {
                    writer.write(report, out);
                    if (asText && !interrupted) {
                      out.write(confession.text());
                    }
                  });
      if (interrupted) {
        return ExitCode.INTERRUPTED;
      }
      if (!asText) { // whatever reads the report expects nothing else
        console.err().print(confession.text());
      }
      return told == ExitCode.PASSED && !confession.complete() ? ExitCode.FAILED : told;
    }
  }
}
