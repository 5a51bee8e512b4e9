// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import io.amlreach.config.SettingOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands that read and explain. */
final class ReadCommands {
  private static final Set<SettingOption> OF_CATALOG =
      EnumSet.of(SettingOption.EDITION, SettingOption.OVERLAY);

  private ReadCommands() {}

  static CommandSpec diff() {
    CommandSpec spec =
        Parts.command(
            Commands.DIFF,
            "Says how two reports in JSON differ: new failures, what is fixed, other causes and"
                + " addresses, other needs. Exits 0 without new failures, 1 with some, 4 when a"
                + " file is no report.");
    for (String label : List.of("OLD.json", "NEW.json")) {
      spec.addPositional(
          PositionalParamSpec.builder()
              .index(Integer.toString(spec.positionalParameters().size()))
              .arity("1")
              .required(true)
              .paramLabel(label)
              .type(String.class)
              .description("written by amlreach check --format json")
              .build());
    }
    return Parts.output(spec, "text or json (default: text)");
  }

  static CommandSpec history() {
    CommandSpec spec =
        Parts.command(
            Commands.HISTORY,
            "Shows what the daemon has seen change, the newest last, and what fails now and since"
                + " when; or, where no daemon runs, what failed when last seen. Reads its state"
                + " directory only.");
    spec.addOption(Options.text(Parts.CONFIG_FILE, "FILE", Parts.USUAL_CONFIG));
    HistoryWords.addTo(spec);
    return Parts.output(spec, "text, or json for a line each (default: text)");
  }

  static CommandSpec rules() {
    CommandSpec spec =
        Parts.command(
            Commands.RULES,
            "Writes the rules that the workspaces need, or those that a report misses. Probes"
                + " nothing.");
    Parts.sources(spec, option -> option.ofWorkspace() || OF_CATALOG.contains(option));
    spec.addOption(Options.text("--only", "GLOB", "only what has a matching host, pattern or id"));
    RulesWords.addTo(spec);
    return Parts.output(
        spec,
        "ticket, csv, patterns, tags, bicep, arm, terraform or az (default: ticket); the last four"
            + " are for Azure");
  }

  static CommandSpec explain() {
    CommandSpec spec =
        Parts.command(
            Commands.EXPLAIN,
            "Says what a cause, a finding or an alert means and what to do about it; without a word,"
                + " lists all.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .paramLabel("WORD")
            .type(String.class)
            .description(
                "cause or kind of finding as in a report, such as closed-after-client-hello, or an alert,"
                    + " such as AmlreachTargetFailing")
            .build());
    return Parts.colour(spec);
  }

  static CommandSpec completion() {
    CommandSpec spec =
        Parts.command(
            Commands.COMPLETION, "Writes a script that completes commands and options in a shell.");
    return spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .required(true)
            .paramLabel("SHELL")
            .type(String.class)
            .description("bash, zsh or fish")
            .build());
  }

  static CommandSpec config() {
    CommandSpec spec = Parts.command(Commands.CONFIG, "Works with settings files.");
    CommandSpec check =
        Parts.command(
            Commands.CHECK,
            "Reads settings as check and serve do, with every file that they name, and says all that"
                + " is wrong; or where each value came from and, last, that there are no problems."
                + " Takes the settings of both. Probes nothing and changes nothing.");
    check.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .paramLabel("FILE")
            .type(String.class)
            .description("settings file; the same as --config FILE")
            .build());
    check.addOption(OptionSpec.builder(Parts.CONFIG_FILE).type(String.class).hidden(true).build());
    Parts.workspaceJson(check);
    Options.settings(check, "Settings that override the file:%n", option -> true);
    Options.ofDaemon(check, "The daemon:%n");
    Parts.selection(check);
    spec.addSubcommand(Commands.CHECK, Parts.line(Parts.telling(check)));
    spec.usageMessage().customSynopsis("amlreach config COMMAND");
    return spec;
  }

  static CommandSpec catalog() {
    CommandSpec spec =
        Parts.command(Commands.CATALOG, "Works with the catalog of documented requirements.");
    CommandSpec show =
        Parts.command(Commands.SHOW, "Shows the documented rows of an edition with their sources.");
    Parts.sources(show, OF_CATALOG::contains);
    show.addOption(Options.text("--only", "GLOB", "only rows whose pattern or id matches"));
    spec.addSubcommand(Commands.SHOW, Parts.line(Parts.output(show, Parts.OF_LISTS)));
    CommandSpec lint =
        Parts.command(Commands.LINT, "Looks for mistakes in the catalog and in overlays.");
    Parts.sources(lint, OF_CATALOG::contains);
    spec.addSubcommand(Commands.LINT, Parts.line(Parts.telling(lint)));
    spec.usageMessage().customSynopsis("amlreach catalog COMMAND");
    return spec;
  }
}
