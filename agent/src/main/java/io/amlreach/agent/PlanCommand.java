// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.cli.Invocation;
import io.amlreach.agent.cli.UsageException;
import io.amlreach.agent.report.PlanWriter;
import io.amlreach.config.catalog.Plan;
import io.amlreach.config.yaml.ProblemsException;

/** Shows what a check would probe. */
final class PlanCommand {
  private final Console console;

  PlanCommand(Console console) {
    this.console = console;
  }

  ExitCode run(Invocation.ShowPlan asked) throws ProblemsException, UsageException {
    Plan plan = Wanted.plan(Assembly.settings(asked.sources()), asked.selection(), console);
    PlanWriter writer = Assembly.planWriter(asked.telling(), console.style(asked.telling()));
    return new Told(console).all(asked.telling(), out -> writer.write(plan, out));
  }
}
