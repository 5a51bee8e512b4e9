// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.cli.Invocation;
import io.amlreach.agent.cli.UsageException;
import io.amlreach.agent.report.Printable;
import io.amlreach.config.SettingsListing;
import io.amlreach.config.yaml.ProblemsException;
import java.util.Locale;

/** Reads settings, says where each value came from and, last, whether all is well. */
final class ConfigCommand {
  private final Console console;

  ConfigCommand(Console console) {
    this.console = console;
  }

  ExitCode run(Invocation.CheckSettings asked) throws ProblemsException, UsageException {
    SettingsCheck check = SettingsCheck.of(asked, console);
    StringBuilder text = new StringBuilder();
    for (SettingsListing.Line line : SettingsListing.of(check.settings())) {
      String columns =
          String.format(Locale.ROOT, "%-34s %-34s %s", line.key(), line.value(), line.origin());
      text.append(Printable.of(columns)).append('\n');
    }
    if (!asked.sources().nameFile()) {
      text.append("note  no file was read: give one, or --config FILE\n");
    }
    check.notes().forEach(note -> text.append("note  ").append(Printable.of(note)).append('\n'));
    text.append(check.conclusion()).append('\n');
    return new Told(console).all(asked.telling(), out -> out.write(text.toString()));
  }
}
