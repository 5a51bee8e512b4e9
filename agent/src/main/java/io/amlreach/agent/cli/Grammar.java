// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import io.amlreach.config.SettingOption;
import io.amlreach.config.yaml.NearMiss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Understands a command line. Built by hand rather than from annotations, whose reading would cost
 * a third of a second at each start.
 */
public final class Grammar {
  private static final String CHECK_OPTION = "--check";

  /** What picocli does not suggest: the word that is spelled out, and what has no command. */
  private static final List<String> OF_ROOT = List.of(CHECK_OPTION, "--help", "--version");

  private Grammar() {}

  /**
   * What is asked for.
   *
   * @param environment the whole environment of the process
   * @throws UsageException when the words make no sense, with a message that says so
   */
  public static Invocation parse(List<String> args, Map<String, String> environment)
      throws UsageException {
    List<String> words = spelledOut(args);
    CommandLine commandLine = Commands.commandLine(words);
    try {
      ParseResult result = commandLine.parseArgs(words.toArray(String[]::new));
      return new Interpreter(environment).of(result);
    } catch (ParameterException e) {
      throw new UsageException(message(e));
    }
  }

  /** The help of one command, as its {@code --help} prints it. */
  static String help(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    List<String> footer = new ArrayList<>();
    if (spec.findOption(SettingOption.FEATURE.flag()) != null) {
      footer.addAll(Choices.features());
    }
    if (spec.findOption(SettingOption.EDITION.flag()) != null) {
      footer.addAll(Choices.editions());
    }
    footer.addAll(List.of(spec.usageMessage().footer()));
    spec.usageMessage().footer(footer.toArray(String[]::new));
    return command.getUsageMessage(Ansi.OFF);
  }

  /** {@code amlreach --check} is how people who set up networks know it. */
  private static List<String> spelledOut(List<String> args) {
    if (args.isEmpty() || !args.get(0).equals(CHECK_OPTION)) {
      return args;
    }
    String[] words = args.toArray(String[]::new);
    words[0] = "check";
    return Arrays.asList(words);
  }

  private static String message(ParameterException e) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    String name = command.qualifiedName();
    StringBuilder text = new StringBuilder("amlreach: ").append(e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched) {
      text = new StringBuilder(unmatched(unmatched, command));
    }
    if (e instanceof MissingParameterException && name.equals("amlreach")) {
      text.append('\n').append(help(e.getCommandLine()));
    }
    return text.append("\nSee ").append(name).append(" --help").toString();
  }

  private static String unmatched(UnmatchedArgumentException e, CommandSpec command) {
    String word = e.getUnmatched().get(0);
    boolean option = word.startsWith("-");
    if (!option && command.subcommands().isEmpty()) {
      return command.qualifiedName() + ": one word too many: \"" + word + "\"";
    }
    List<String> near = e.getSuggestions();
    if (near.isEmpty() && !command.subcommands().isEmpty()) {
      near = NearMiss.of(word, OF_ROOT).stream().toList();
    }
    String text = "amlreach: unknown " + (option ? "option" : "command") + " \"" + word + "\"";
    return near.isEmpty() ? text : text + "\nDid you mean " + String.join(" or ", near) + "?";
  }
}
