// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import picocli.AutoComplete;
import picocli.CommandLine;

/** Scripts that complete the commands and options in a shell. */
final class Completion {
  private static final String PROGRAM = "amlreach";

  private Completion() {}

  /**
   * The script for a shell.
   *
   * @param commands all commands
   * @throws UsageException when the shell is none of bash, zsh and fish
   */
  static String of(String shell, CommandLine commands) throws UsageException {
    return switch (shell) {
      case "bash" -> bash(commands);
      case "zsh" -> zsh(commands);
      case "fish" -> FishCompletion.of(commands);
      default ->
          throw new UsageException(
              "amlreach: completion: expected bash, zsh or fish, found \"" + shell + "\"");
    };
  }

  private static String bash(CommandLine commands) {
    return AutoComplete.bash(PROGRAM, commands);
  }

  /** That of bash, which zsh understands; the last line answers when zsh first asks for it. */
  private static String zsh(CommandLine commands) {
    return "#compdef "
        + PROGRAM
        + "\nautoload -U +X bashcompinit && bashcompinit\n"
        + bash(commands)
        + "\n[ \"${funcstack[1]:-}\" != _amlreach ] || _bash_complete -o default -F"
        + " _complete_amlreach\n";
  }
}
