// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.cli.Invocation;
import io.amlreach.agent.report.Printable;
import io.amlreach.config.Settings;
import io.amlreach.config.yaml.ProblemsException;

/** Reads settings and says where each value came from. */
final class ConfigCommand {
  private final Console console;

  ConfigCommand(Console console) {
    this.console = console;
  }

  ExitCode run(Invocation.CheckSettings asked) throws ProblemsException {
    Settings settings = Assembly.settings(asked.sources());
    Assembly.plan(settings); // what the catalog does not know is a problem of the settings too
    String text = new SettingsText(settings).text();
    return new Told(console)
        .all(
            asked.telling(),
            out -> {
              for (String line : text.split("\n", -1)) {
                if (!line.isEmpty()) {
                  out.write(Printable.of(line) + "\n");
                }
              }
            });
  }
}
