// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.cli.Invocation.Telling;
import io.amlreach.agent.cli.Output;
import io.amlreach.config.yaml.Problem;
import io.amlreach.config.yaml.ProblemsException;
import java.io.IOException;
import java.util.List;

/** Tells what needs no probing, where it was asked for. */
final class Told {
  private final Console console;

  Told(Console console) {
    this.console = console;
  }

  ExitCode line(String text) throws ProblemsException {
    return all(Telling.PLAIN, out -> out.write(text + "\n"));
  }

  /** Success when all of it could be written. */
  ExitCode all(Telling telling, Output.Content content) throws ProblemsException {
    try (Output output = Output.open(console, telling.output())) {
      try {
        output.write(content);
        return ExitCode.PASSED;
      } catch (IOException e) {
        console.err().println("amlreach: this could not be written: " + e.getMessage());
        return ExitCode.FAULT;
      }
    } catch (IOException e) {
      String origin = telling.output() == null ? "standard output" : "flag --output";
      throw new ProblemsException(
          List.of(new Problem(origin, "", "cannot be written: " + e.getMessage())));
    }
  }
}
