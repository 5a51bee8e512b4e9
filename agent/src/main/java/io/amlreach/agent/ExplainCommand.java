// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.cli.Invocation;
import io.amlreach.agent.report.ExplainText;
import io.amlreach.config.yaml.ProblemsException;
import io.amlreach.probe.Cause;
import java.util.List;

/** Says what a cause means and what to do about it. */
final class ExplainCommand {
  private final Console console;

  ExplainCommand(Console console) {
    this.console = console;
  }

  ExitCode run(Invocation.Explain asked) throws ProblemsException {
    ExplainText text = new ExplainText(console.style(asked.telling()));
    String page = asked.cause().map(text::of).orElseGet(() -> text.list(List.of(Cause.values())));
    return new Told(console).all(asked.telling(), out -> out.write(page));
  }
}
