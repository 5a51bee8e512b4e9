// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.ExitCode;
import io.amlreach.agent.cli.Invocation;
import io.amlreach.agent.report.Printable;
import io.amlreach.agent.web.WebServer;
import io.amlreach.config.Settings;
import io.amlreach.config.SettingsListing;
import io.amlreach.config.catalog.Plan;
import io.amlreach.config.yaml.ProblemsException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads settings and says where each value came from. */
final class ConfigCommand {
  private final Console console;

  ConfigCommand(Console console) {
    this.console = console;
  }

  ExitCode run(Invocation.CheckSettings asked) throws ProblemsException {
    Settings given = Assembly.settings(asked.sources());
    Plan plan = Assembly.plan(given); // what the catalog does not know is a problem of them too
    Settings settings = given.withEdition(plan.edition());
    Assembly.signatures(settings);
    Path webConfig = settings.web().configFile();
    if (webConfig != null) {
      WebServer.verify(webConfig);
    }
    StringBuilder text = new StringBuilder();
    for (SettingsListing.Line line : SettingsListing.of(settings)) {
      String columns =
          String.format(Locale.ROOT, "%-34s %-34s %s", line.key(), line.value(), line.origin());
      text.append(Printable.of(columns)).append('\n');
    }
    if (!asked.sources().nameFile()) {
      text.append("note  no file was read: give one, or --config FILE\n");
    }
    return new Told(console).all(asked.telling(), out -> out.write(text.toString()));
  }
}
