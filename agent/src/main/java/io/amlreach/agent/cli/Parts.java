// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import io.amlreach.config.SettingOption;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What several commands have alike. */
final class Parts {
  static final String CONFIG_FILE = "--config";
  static final String USUAL_CONFIG =
      "settings file (default: /etc/amlreach/amlreach.yaml if it is there)";

  // literals: help is described before every check, and shown before few
  static final String OF_REPORTS =
      "text, json, junit, html, markdown, csv or prometheus (default: text)";
  static final String OF_LISTS = "text, json or csv (default: text)";

  private Parts() {}

  static CommandLine line(CommandSpec spec) {
    return new CommandLine(spec, ListFactory.INSTANCE);
  }

  static CommandSpec command(String name, String description) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(null, ListFactory.INSTANCE).name(name);
    spec.usageMessage().description(description, "").synopsisHeading("Usage: ");
    spec.usageMessage().abbreviateSynopsis(true).sortOptions(false);
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("show this help").build());
    return spec;
  }

  static void sources(CommandSpec spec, Predicate<SettingOption> wanted) {
    spec.addOption(Options.text(CONFIG_FILE, "FILE", USUAL_CONFIG));
    if (wanted.test(SettingOption.WORKSPACE)) {
      workspaceJson(spec);
    }
    Options.settings(spec, "Workspace:%n", wanted.and(SettingOption::ofWorkspace));
    Options.settings(spec, "How to check:%n", wanted.and(option -> !option.ofWorkspace()));
  }

  static void workspaceJson(CommandSpec spec) {
    spec.addOption(
        Options.text(
            "--workspace-json",
            "FILE",
            "workspace as az ml workspace show or the REST API prints it"));
  }

  static void selection(CommandSpec spec) {
    selection(spec, ", - for standard input;");
  }

  /** With what a list may be, besides a file, or what is done with it. */
  static void selection(CommandSpec spec, String list) {
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

  static CommandSpec output(CommandSpec spec, String formats) {
    spec.addOption(Options.text("--format", "FORMAT", formats));
    spec.addOption(
        Options.text("--output", "FILE", "write there, all or nothing, not to standard output"));
    return telling(spec);
  }

  static CommandSpec telling(CommandSpec spec) {
    spec.addOption(
        Options.flag("--verbose", "spell out everything; stack traces and debug messages too"));
    return colour(spec);
  }

  static CommandSpec colour(CommandSpec spec) {
    return spec.addOption(Options.flag("--no-color", "no colours (NO_COLOR does the same)"));
  }
}
