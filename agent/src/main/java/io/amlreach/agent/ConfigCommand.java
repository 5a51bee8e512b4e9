// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.cli.Invocation;
import io.amlreach.agent.report.Printable;
import io.amlreach.config.Settings;
import io.amlreach.config.SettingsListing;
import io.amlreach.config.yaml.ProblemsException;
import java.util.Locale;

/** Reads settings and says where each value came from. */
final class ConfigCommand {
  private final Console console;

  ConfigCommand(Console console) {
    this.console = console;
  }

  ExitCode run(Invocation.CheckSettings asked) throws ProblemsException {
    Settings settings = Assembly.settings(asked.sources());
    Assembly.plan(settings); // what the catalog does not know is a problem of the settings too
    StringBuilder text = new StringBuilder();
    for (SettingsListing.Line line : SettingsListing.of(settings)) {
      String columns =
          String.format(Locale.ROOT, "%-34s %-34s %s", line.key(), line.value(), line.origin());
      text.append(Printable.of(columns)).append('\n');
    }
    if (!asked.sources().nameFile()) {
      text.append("note  no file was read: give one, or --config FILE\n");
    }
    for (String note : NotYet.notes(settings)) {
      text.append("note  ").append(Printable.of(note)).append('\n');
    }
    return new Told(console).all(asked.telling(), out -> out.write(text.toString()));
  }
}
