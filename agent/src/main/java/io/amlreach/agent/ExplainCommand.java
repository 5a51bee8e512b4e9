// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.cli.Invocation;
import io.amlreach.agent.report.ExplainText;
import io.amlreach.config.yaml.ProblemsException;

/** Says what a cause, a finding or an alert means and what to do about it. */
final class ExplainCommand {
  private final Console console;

  ExplainCommand(Console console) {
    this.console = console;
  }

  ExitCode run(Invocation.Explain asked) throws ProblemsException {
    ExplainText text = new ExplainText(console.style(asked.telling()));
    String cause = asked.cause().map(text::of).orElse("");
    String finding = asked.finding().map(text::of).orElse("");
    String alert = asked.alert().map(text::of).orElse("");
    String found = cause + finding + alert;
    String page = found.isEmpty() ? text.list() : found;
    return new Told(console).all(asked.telling(), out -> out.write(page));
  }
}
