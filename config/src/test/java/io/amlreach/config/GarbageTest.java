// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.config.yaml.ProblemsException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the files hold, reading ends in settings or in problems. */
class GarbageTest {
  @TempDir private Path directory;

  @RepeatedTest(10)
  void damaged_settings_end_in_settings_or_problems(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    byte[] whole = Files.readAllBytes(Path.of("examples/amlreach-public.yaml"));
    Path file = directory.resolve("amlreach.yaml");
    for (int round = 0; round < 50; round++) {
      byte[] damaged = whole.clone();
      for (int i = random.nextInt(20); i >= 0; i--) {
        damaged[random.nextInt(damaged.length)] =
            (byte) "x :-[]{}'\"&*!|>#\n\t\\\u00e9".charAt(random.nextInt(20));
      }
      assertThatReadingEnds(new Given().file(Files.write(file, damaged)));
    }
  }

  @RepeatedTest(10)
  void random_values_end_in_settings_or_problems(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    String[] values = {
      "",
      "~",
      "true",
      "1",
      "-1",
      "1.5",
      "99999999999999999999",
      "x",
      "''",
      "[]",
      "[~]",
      "[[]]",
      "{}",
      "{a: b}",
      "5s",
      "999999999d",
      "101%",
      "\"\\0\"",
      "\"\\uD800\"",
      "/",
      "..",
      "\"a\\nb\"",
      "http://a:b@c:1",
      "::1",
      "[::]:0"
    };
    Path file = directory.resolve("amlreach.yaml");
    String keys = Files.readString(Path.of("examples/amlreach-public.yaml"));
    for (int round = 0; round < 50; round++) {
      StringBuilder yaml = new StringBuilder();
      for (String line : keys.lines().toList()) {
        int colon = line.indexOf(": ");
        boolean replaced = !line.contains("#") && colon > 0 && random.nextInt(3) == 0;
        yaml.append(
            replaced ? line.substring(0, colon + 2) + values[random.nextInt(values.length)] : line);
        yaml.append('\n');
      }
      assertThatReadingEnds(new Given().file(Files.writeString(file, yaml)));
    }
  }

  @RepeatedTest(10)
  void damaged_workspace_descriptions_end_in_settings_or_problems(RepetitionInfo repetition)
      throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    byte[] whole = Files.readAllBytes(Path.of("src/test/resources/shapes/arm-workspace.json"));
    Path file = directory.resolve("workspace.json");
    for (int round = 0; round < 50; round++) {
      byte[] damaged = whole.clone();
      for (int i = random.nextInt(5); i >= 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) "x :[]{}\",1".charAt(random.nextInt(10));
      }
      assertThatReadingEnds(new Given().workspaceJson(Files.write(file, damaged)));
    }
  }

  @Test
  void values_of_flags_and_variables_end_in_settings_or_problems() {
    for (SettingOption option : SettingOption.values()) {
      for (String value :
          new String[] {"", " ", "\0", "\u001b[2J", "~", "null", "[", "x".repeat(100_000)}) {
        assertThatReadingEnds(new Given().flag(option, value));
        assertThatReadingEnds(new Given().variable(option.variable(), value));
      }
    }
    assertThatReadingEnds(new Given().variable("AMLREACH_CONFIG", "\0"));
  }

  @Test
  void a_settings_file_of_50_megabytes_is_refused_at_once() throws IOException {
    Path file = directory.resolve("amlreach.yaml");
    try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
      huge.write("# x\n".getBytes(StandardCharsets.UTF_8));
      huge.setLength(50_000_000);
    }

    assertThat(new Given().file(file).problems())
        .containsExactly(file + "  expected at most 1 MiB, found more");
  }

  @Test
  void a_directory_is_no_settings_file() {
    assertThat(new Given().file(directory).problems())
        .containsExactly(directory + "  expected a file, found a directory");
  }

  private static void assertThatReadingEnds(Given given) {
    try {
      assertThat(given.read()).isNotNull();
    } catch (ProblemsException e) {
      assertThat(e.problems())
          .isNotEmpty()
          .allSatisfy(
              problem ->
                  assertThat(problem.toString().chars())
                      .as("no control characters reach the terminal")
                      .noneMatch(Character::isISOControl));
    }
  }
}
