// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class ManPageTest {
  private static final Pattern OPTION = Pattern.compile("^\\.It (Fl .*)$", Pattern.MULTILINE);
  private static final Pattern NAME = Pattern.compile("Fl ([\\w\\\\-]+)");
  private static final Pattern COMMAND =
      Pattern.compile("^\\.It Cm ([a-z]+(?: [a-z]+)?)", Pattern.MULTILINE);
  private static final Pattern CODE = Pattern.compile("^\\.It (\\d+)$", Pattern.MULTILINE);

  private final String page;

  ManPageTest() throws IOException {
    page = Files.readString(Path.of("../deploy/dist/man/amlreach.1"));
  }

  @Test
  void the_page_has_every_option_and_no_other() {
    Set<String> told = new TreeSet<>();
    Matcher line = OPTION.matcher(page);
    while (line.find()) {
      Matcher name = NAME.matcher(line.group(1));
      while (name.find()) {
        told.add("-" + name.group(1).replace("\\", ""));
      }
    }
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            all(Commands.commandLine(List.of()))
                .flatMap(command -> command.getCommandSpec().options().stream())
                .filter(option -> !option.hidden())
                .map(OptionSpec::names)
                .flatMap(Stream::of)
                .collect(Collectors.toSet()));
  }

  @Test
  void the_page_has_every_command_and_no_other() {
    assertThat(COMMAND.matcher(page).results().map(found -> found.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            all(Commands.commandLine(List.of()))
                .filter(command -> command.getSubcommands().isEmpty())
                .map(command -> command.getCommandSpec().qualifiedName(" "))
                .map(name -> name.substring("amlreach ".length()))
                .toList());
  }

  @Test
  void the_page_has_every_exit_code() {
    assertThat(CODE.matcher(page).results().map(found -> Integer.valueOf(found.group(1))))
        .containsExactlyElementsOf(Stream.of(ExitCode.values()).map(ExitCode::number).toList());
  }

  private static Stream<CommandLine> all(CommandLine command) {
    return Stream.concat(
        Stream.of(command), command.getSubcommands().values().stream().flatMap(ManPageTest::all));
  }
}
