// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import io.amlreach.config.SettingOption;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The commands that probe, plan to, or ask who does. */
final class RunCommands {
  private RunCommands() {}

  static CommandSpec check() {
    CommandSpec spec =
        Parts.command(
            Commands.CHECK,
            "Probes everything that is documented as needed, once, and reports. The"
                + " same as amlreach --check.");
    Parts.sources(spec, option -> true);
    Parts.selection(spec);
    Parts.output(spec, Parts.OF_REPORTS);
    spec.addOption(
        Options.flag("--strict", "exit 3 when nothing failed but something could not be tested"));
    spec.addOption(
        Options.text(
            "--baseline",
            "FILE",
            "report in JSON of an earlier check: each failure is told as known or new, and only"
                + " new ones count for the exit code"));
    spec.addOption(
        Options.text(
            "--save-baseline",
            "FILE",
            "write this report there too, as JSON; not when it is incomplete"));
    spec.addOption(
        OptionSpec.builder("--watch")
            .type(String.class)
            .arity("0..1")
            .fallbackValue("10s")
            .paramLabel("INTERVAL")
            .description(
                "check again and again, that long after the last check ended (default: 10s), and"
                    + " tell what changes, as JSON lines with --format json; Ctrl-C ends it with"
                    + " the last report")
            .build());
    spec.addOption(
        Options.flag(
            "--share",
            "for others: names of accounts, workspaces and machines, ids and private addresses are"
                + " replaced by pseudonyms that stay the same"));
    spec.usageMessage().footer(ExitCode.help());
    return spec;
  }

  static CommandSpec serve() {
    CommandSpec spec =
        Parts.command(
            Commands.SERVE,
            "Checks again and again on a schedule until it is stopped, and logs each change on"
                + " standard error. Files that changed are read again by themselves, and on SIGHUP;"
                + " a bad one is told and changes nothing.");
    Parts.sources(spec, option -> true);
    Options.ofDaemon(spec, "The daemon:%n");
    Parts.selection(spec, "; a file, which is read again when it changes;");
    spec.addOption(Options.flag("--verbose", "stack traces and debug messages, too"));
    spec.usageMessage()
        .footer(
            "",
            "Exit codes:",
            "    0  stopped by SIGTERM or SIGINT, whatever fails by then",
            "    2  wrong usage",
            "    4  bad settings, catalog or address to listen on; nothing was probed",
            "   70  a fault of the program: start it again");
    return spec;
  }

  static CommandSpec healthyDaemon() {
    CommandSpec spec =
        Parts.command(
            Commands.HEALTHY_DAEMON,
            "Asks the daemon on this machine whether it lives, where its settings say that it"
                + " listens: the health check of a container. Looks at no certificate and needs no"
                + " password: whoever asks for one lives.");
    spec.addOption(Options.text(Parts.CONFIG_FILE, "FILE", Parts.USUAL_CONFIG));
    spec.addOption(Options.setting(SettingOption.LISTEN));
    spec.addOption(
        Options.text(
            Commands.URL,
            "URL",
            "ask there and leave the settings alone, such as http://127.0.0.1:10911"));
    spec.usageMessage()
        .footer("", "Exit codes:", "    0  it lives", "    1  it does not", "    2  wrong usage");
    return spec;
  }

  static CommandSpec plan() {
    CommandSpec spec =
        Parts.command(
            Commands.PLAN,
            "Shows what a check would probe, and what is not testable and which setting"
                + " would make it so. Probes nothing.");
    Parts.sources(spec, option -> true);
    Parts.selection(spec);
    return Parts.output(spec, Parts.OF_LISTS);
  }

  static CommandSpec demo() {
    return Parts.output(
        Parts.command(
            Commands.DEMO,
            "Runs the check against a simulated Azure behind a firewall and says what was broken"
                + " on purpose, on standard error unless the report is text. Needs no network and"
                + " no settings."),
        Parts.OF_REPORTS);
  }

  static CommandSpec selftest() {
    CommandSpec spec =
        Parts.command(
            Commands.SELFTEST,
            "Simulates every fault that is known and asserts that each is named rightly, and that"
                + " a workspace without faults has none. Exits 0 when all this holds, else 1.");
    spec.addOption(
        OptionSpec.builder(Commands.HEALTHY)
            .paramLabel("N")
            .type(String.class)
            .description(
                "How many checks in a row of the workspace without faults must find nothing:"
                    + " 1 to 1000. Default: 3.")
            .build());
    return Parts.telling(spec);
  }
}
