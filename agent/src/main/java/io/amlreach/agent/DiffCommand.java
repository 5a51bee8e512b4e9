// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.cli.Format;
import io.amlreach.agent.cli.Invocation;
import io.amlreach.agent.report.DiffJsonWriter;
import io.amlreach.agent.report.DiffTextWriter;
import io.amlreach.agent.report.DiffWriter;
import io.amlreach.agent.stored.Comparison;
import io.amlreach.config.yaml.ProblemsException;

/** Says how two reports differ. */
final class DiffCommand {
  private final Console console;

  DiffCommand(Console console) {
    this.console = console;
  }

  ExitCode run(Invocation.Diff asked) throws ProblemsException {
    Comparison comparison =
        Comparison.of(StoredFile.read(asked.before()), StoredFile.read(asked.after()));
    DiffWriter writer =
        asked.telling().format() == Format.JSON
            ? new DiffJsonWriter()
            : new DiffTextWriter(console.style(asked.telling()), asked.telling().amount());
    ExitCode told = new Told(console).all(asked.telling(), out -> writer.write(comparison, out));
    return told == ExitCode.PASSED && comparison.hasNewFailures() ? ExitCode.FAILED : told;
  }
}
