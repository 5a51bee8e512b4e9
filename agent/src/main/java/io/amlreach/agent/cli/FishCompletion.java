// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for fish, which picocli does not write. */
final class FishCompletion {
  private static final String COMPLETE = "complete -c amlreach";

  /** The commands come before all else, so the first words say what is being typed. */
  private static final String HEAD =
      """
      # fish completion of amlreach
      function __amlreach_at -d 'the first words are these'
          set -l words (commandline -opc | string replace -r '^--check$' check)
          set -l last (math 1 + (count $argv))
          test (count $words) -ge $last; and test "$words[2..$last]" = "$argv"
      end
      function __amlreach_next -d 'these words are all there are'
          set -l words (commandline -opc)
          test (count $words) -eq (math 1 + (count $argv)); and test "$words[2..-1]" = "$argv"
      end
      complete -c amlreach -f
      complete -c amlreach -n 'test (count (commandline -opc)) -eq 1' -l check -d 'the same as check'
      """;

  private FishCompletion() {}

  static String of(CommandLine commands) {
    StringBuilder script = new StringBuilder(HEAD);
    describe(commands, "", script);
    return script.toString();
  }

  private static void describe(CommandLine line, String words, StringBuilder script) {
    CommandSpec spec = line.getCommandSpec();
    String here =
        words.isEmpty()
            ? "test (count (commandline -opc)) -eq 1"
            : (spec.subcommands().isEmpty() ? "__amlreach_at" : "__amlreach_next") + words;
    for (Map.Entry<String, CommandLine> entry : spec.subcommands().entrySet()) {
      String told = text(entry.getValue().getCommandSpec().usageMessage().description());
      say(script, here, "-a " + entry.getKey() + " -d " + quoted(told));
    }
    for (OptionSpec option : spec.options()) {
      if (!option.hidden()) {
        say(script, here, names(option) + argument(option) + " -d " + about(option));
      }
    }
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      say(script, here, isFile(parameter.paramLabel()) ? "-F" : "-f");
    }
    spec.subcommands().forEach((name, below) -> describe(below, words + " " + name, script));
  }

  private static void say(StringBuilder script, String where, String what) {
    script.append(COMPLETE + " -n ").append(quoted(where)).append(' ').append(what).append('\n');
  }

  private static String names(OptionSpec option) {
    StringBuilder names = new StringBuilder();
    for (String name : option.names()) {
      if (!names.isEmpty()) {
        names.append(' ');
      }
      names.append(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1));
    }
    return names.toString();
  }

  private static String argument(OptionSpec option) {
    if (option.arity().min() == 0) {
      return "";
    }
    return isFile(option.paramLabel()) ? " -rF" : " -x";
  }

  private static boolean isFile(String label) {
    return label.contains("FILE") || label.contains(".json");
  }

  private static String about(OptionSpec option) {
    return quoted(text(option.description()));
  }

  /** The first sentence or clause: a line has not room for more. */
  private static String text(String[] description) {
    String all = String.join(" ", description).replace("%n", " ").replace("%%", "%").strip();
    return all.split("[.;:,] |[.]$", 2)[0];
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
