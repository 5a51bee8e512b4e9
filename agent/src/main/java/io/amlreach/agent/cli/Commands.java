// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import io.amlreach.config.SettingOption;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands with their options and help texts. */
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
  private static final String CONFIG_FILE = "--config";
  private static final String USUAL_CONFIG =
      "settings file (default: /etc/amlreach/amlreach.yaml if it is there)";

  // literals: help is described before every check, and shown before few
  private static final String OF_REPORTS =
      "text, json, junit, html, markdown, csv or prometheus (default: text)";
  private static final String OF_LISTS = "text, json or csv (default: text)";

  private static final Set<SettingOption> OF_CATALOG =
      EnumSet.of(SettingOption.EDITION, SettingOption.OVERLAY);

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
        command(
            "amlreach",
            "Verifies that an Azure Machine Learning workspace can"
                + " reach everything it needs, and says which rule is missing when it cannot.");
    root.addOption(
        OptionSpec.builder("--version").description("Print the version and exit.").build());
    commands.forEach((name, command) -> root.addSubcommand(name, line(command.get())));
    root.usageMessage()
        .customSynopsis("amlreach COMMAND [options]", "       amlreach --check [options]");
    root.usageMessage().footer(ExitCode.help());
    CommandLine commandLine = line(root);
    commandLine.setUsageHelpWidth(WIDTH);
    return commandLine;
  }

  private static Map<String, Supplier<CommandSpec>> commands() {
    Map<String, Supplier<CommandSpec>> commands = new LinkedHashMap<>();
    commands.put(CHECK, Commands::check);
    commands.put(SERVE, Commands::serve);
    commands.put(HEALTHY_DAEMON, Commands::healthyDaemon);
    commands.put(PLAN, Commands::plan);
    commands.put(DIFF, Commands::diff);
    commands.put(HISTORY, Commands::history);
    commands.put(RULES, Commands::rules);
    commands.put(EXPLAIN, Commands::explain);
    commands.put(CONFIG, Commands::config);
    commands.put(CATALOG, Commands::catalog);
    commands.put(DEMO, Commands::demo);
    commands.put(SELFTEST, Commands::selftest);
    commands.put(COMPLETION, Commands::completion);
    return commands;
  }

  private static CommandSpec demo() {
    return output(
        command(
            DEMO,
            "Runs the check against a simulated Azure behind a firewall and says what was broken"
                + " on purpose, on standard error unless the report is text. Needs no network and"
                + " no settings."),
        OF_REPORTS);
  }

  private static CommandSpec selftest() {
    CommandSpec spec =
        command(
            SELFTEST,
            "Simulates every fault that is known and asserts that each is named rightly, and that"
                + " a workspace without faults has none. Exits 0 when all this holds, else 1.");
    spec.addOption(
        OptionSpec.builder(HEALTHY)
            .paramLabel("N")
            .type(String.class)
            .description(
                "How many checks in a row of the workspace without faults must find nothing:"
                    + " 1 to 1000. Default: 3.")
            .build());
    return telling(spec);
  }

  private static CommandSpec check() {
    CommandSpec spec =
        command(
            CHECK,
            "Probes everything that is documented as needed, once, and reports. The"
                + " same as amlreach --check.");
    sources(spec, option -> true);
    selection(spec);
    output(spec, OF_REPORTS);
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

  private static CommandSpec serve() {
    CommandSpec spec =
        command(
            SERVE,
            "Checks again and again on a schedule until it is stopped, and logs each change on"
                + " standard error. Files that changed are read again by themselves, and on SIGHUP;"
                + " a bad one is told and changes nothing.");
    sources(spec, option -> true);
    Options.ofDaemon(spec, "The daemon:%n");
    selection(spec, "; a file, which is read again when it changes;");
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

  private static CommandSpec healthyDaemon() {
    CommandSpec spec =
        command(
            HEALTHY_DAEMON,
            "Asks the daemon on this machine whether it lives, where its settings say that it"
                + " listens: the health check of a container. Looks at no certificate and needs no"
                + " password: whoever asks for one lives.");
    spec.addOption(Options.text(CONFIG_FILE, "FILE", USUAL_CONFIG));
    spec.addOption(Options.setting(SettingOption.LISTEN));
    spec.addOption(
        Options.text(
            URL, "URL", "ask there and leave the settings alone, such as http://127.0.0.1:10911"));
    spec.usageMessage()
        .footer("", "Exit codes:", "    0  it lives", "    1  it does not", "    2  wrong usage");
    return spec;
  }

  private static CommandSpec plan() {
    CommandSpec spec =
        command(
            PLAN,
            "Shows what a check would probe, and what is not testable and which setting"
                + " would make it so. Probes nothing.");
    sources(spec, option -> true);
    selection(spec);
    return output(spec, OF_LISTS);
  }

  private static CommandSpec diff() {
    CommandSpec spec =
        command(
            DIFF,
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
    return output(spec, "text or json (default: text)");
  }

  private static CommandSpec history() {
    CommandSpec spec =
        command(
            HISTORY,
            "Shows what the daemon has seen change, the newest last, and what fails now and since"
                + " when; or, where no daemon runs, what failed when last seen. Reads its state"
                + " directory only.");
    spec.addOption(Options.text(CONFIG_FILE, "FILE", USUAL_CONFIG));
    HistoryWords.addTo(spec);
    return output(spec, "text, or json for a line each (default: text)");
  }

  private static CommandSpec rules() {
    CommandSpec spec =
        command(
            RULES,
            "Writes the rules that the workspaces need, or those that a report misses. Probes"
                + " nothing.");
    sources(spec, option -> option.ofWorkspace() || OF_CATALOG.contains(option));
    spec.addOption(Options.text("--only", "GLOB", "only what has a matching host, pattern or id"));
    RulesWords.addTo(spec);
    return output(
        spec,
        "ticket, csv, patterns, tags, bicep, arm, terraform or az (default: ticket); the last four"
            + " are for Azure");
  }

  private static CommandSpec explain() {
    CommandSpec spec =
        command(
            EXPLAIN,
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
    return colour(spec);
  }

  private static CommandSpec completion() {
    CommandSpec spec =
        command(COMPLETION, "Writes a script that completes commands and options in a shell.");
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

  private static CommandSpec config() {
    CommandSpec spec = command(CONFIG, "Works with settings files.");
    CommandSpec check =
        command(
            CHECK,
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
    check.addOption(OptionSpec.builder(CONFIG_FILE).type(String.class).hidden(true).build());
    workspaceJson(check);
    Options.settings(check, "Settings that override the file:%n", option -> true);
    Options.ofDaemon(check, "The daemon:%n");
    selection(check);
    spec.addSubcommand(CHECK, line(telling(check)));
    spec.usageMessage().customSynopsis("amlreach config COMMAND");
    return spec;
  }

  private static CommandSpec catalog() {
    CommandSpec spec = command(CATALOG, "Works with the catalog of documented requirements.");
    CommandSpec show = command(SHOW, "Shows the documented rows of an edition with their sources.");
    sources(show, OF_CATALOG::contains);
    show.addOption(Options.text("--only", "GLOB", "only rows whose pattern or id matches"));
    spec.addSubcommand(SHOW, line(output(show, OF_LISTS)));
    CommandSpec lint = command(LINT, "Looks for mistakes in the catalog and in overlays.");
    sources(lint, OF_CATALOG::contains);
    spec.addSubcommand(LINT, line(telling(lint)));
    spec.usageMessage().customSynopsis("amlreach catalog COMMAND");
    return spec;
  }

  private static CommandLine line(CommandSpec spec) {
    return new CommandLine(spec, ListFactory.INSTANCE);
  }

  private static CommandSpec command(String name, String description) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(null, ListFactory.INSTANCE).name(name);
    spec.usageMessage().description(description, "").synopsisHeading("Usage: ");
    spec.usageMessage().abbreviateSynopsis(true).sortOptions(false);
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("show this help").build());
    return spec;
  }

  private static void sources(CommandSpec spec, Predicate<SettingOption> wanted) {
    spec.addOption(Options.text(CONFIG_FILE, "FILE", USUAL_CONFIG));
    if (wanted.test(SettingOption.WORKSPACE)) {
      workspaceJson(spec);
    }
    Options.settings(spec, "Workspace:%n", wanted.and(SettingOption::ofWorkspace));
    Options.settings(spec, "How to check:%n", wanted.and(option -> !option.ofWorkspace()));
  }

  private static void workspaceJson(CommandSpec spec) {
    spec.addOption(
        Options.text(
            "--workspace-json",
            "FILE",
            "workspace as az ml workspace show or the REST API prints it"));
  }

  private static void selection(CommandSpec spec) {
    selection(spec, ", - for standard input;");
  }

  /** With what a list may be, besides a file, or what is done with it. */
  private static void selection(CommandSpec spec, String list) {
    spec.addOption(
        Options.text(
            "--targets",
            "FILE",
            "plain list instead of the catalog"
                + list
                + " a line is HOST:PORT or"
                + " PROTOCOL://HOST:PORT, then perhaps private or public. PROTOCOL is https, tls,"
                + " http, smb, tcp or udp. Without it, port 443 means https, 80 http, 445 smb, 4443,"
                + " 8443 and 9443 tls; any other means tcp, which is connect only and proves little"
                + " behind a firewall: say tls:// or https:// where that is spoken"));
    spec.addOption(Options.text("--only", "GLOB", "only what has a matching host, pattern or id"));
  }

  private static CommandSpec output(CommandSpec spec, String formats) {
    spec.addOption(Options.text("--format", "FORMAT", formats));
    spec.addOption(
        Options.text("--output", "FILE", "write there, all or nothing, not to standard output"));
    return telling(spec);
  }

  private static CommandSpec telling(CommandSpec spec) {
    spec.addOption(
        Options.flag("--verbose", "spell out everything; stack traces and debug messages too"));
    return colour(spec);
  }

  private static CommandSpec colour(CommandSpec spec) {
    return spec.addOption(Options.flag("--no-color", "no colours (NO_COLOR does the same)"));
  }
}
