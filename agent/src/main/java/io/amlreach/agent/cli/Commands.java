// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command line. */
final class Commands {
  static final String CHECK = "check";
  static final String SERVE = "serve";
  static final String HEALTHY_DAEMON = "healthy";
  static final String PLAN = "plan";
  static final String DIFF = "diff";
  static final String HISTORY = "history";
  static final String RULES = "rules";
  static final String EXPLAIN = "explain";
  static final String CONFIG = "config";
  static final String CATALOG = "catalog";
  static final String SHOW = "show";
  static final String LINT = "lint";
  static final String DEMO = "demo";
  static final String SELFTEST = "selftest";
  static final String COMPLETION = "completion";
  static final String HEALTHY = "--healthy";
  static final String URL = "--url";

  private static final int WIDTH = 100;

  private Commands() {}

  /**
   * The command line for these words. Only the command that they name is described: describing all
   * of them takes longer than most checks. When they name none, all are there to be suggested.
   */
  static CommandLine commandLine(List<String> words) {
    Map<String, Supplier<CommandSpec>> commands = commands();
    String first = words.isEmpty() ? "" : words.get(0);
    if (commands.containsKey(first)) {
      commands.keySet().retainAll(Set.of(first));
    }
    CommandSpec root =
        Parts.command(
            "amlreach",
            "Verifies that an Azure Machine Learning workspace can"
                + " reach everything it needs, and says which rule is missing when it cannot.");
    root.addOption(
        OptionSpec.builder("--version").description("Print the version and exit.").build());
    commands.forEach((name, command) -> root.addSubcommand(name, Parts.line(command.get())));
    root.usageMessage()
        .customSynopsis("amlreach COMMAND [options]", "       amlreach --check [options]");
    root.usageMessage().footer(ExitCode.help());
    CommandLine commandLine = Parts.line(root);
    commandLine.setUsageHelpWidth(WIDTH);
    return commandLine;
  }

  private static Map<String, Supplier<CommandSpec>> commands() {
    Map<String, Supplier<CommandSpec>> commands = new LinkedHashMap<>();
    commands.put(CHECK, RunCommands::check);
    commands.put(SERVE, RunCommands::serve);
    commands.put(HEALTHY_DAEMON, RunCommands::healthyDaemon);
    commands.put(PLAN, RunCommands::plan);
    commands.put(DIFF, ReadCommands::diff);
    commands.put(HISTORY, ReadCommands::history);
    commands.put(RULES, ReadCommands::rules);
    commands.put(EXPLAIN, ReadCommands::explain);
    commands.put(CONFIG, ReadCommands::config);
    commands.put(CATALOG, ReadCommands::catalog);
    commands.put(DEMO, RunCommands::demo);
    commands.put(SELFTEST, RunCommands::selftest);
    commands.put(COMPLETION, ReadCommands::completion);
    return commands;
  }
}
