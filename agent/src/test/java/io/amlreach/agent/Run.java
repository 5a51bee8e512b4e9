// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.agent.cli.Console;
import io.amlreach.agent.cli.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** One run of the whole program inside the test's process, as a caller sees it. */
record Run(ExitCode code, String out, String err) {
  static Run of(String... args) {
    return with("", Map.of(), args);
  }

  static Run with(String in, Map<String, String> environment, String... args) {
    return with(in, environment, new Interruption(), args);
  }

  static Run with(
      String in, Map<String, String> environment, Interruption interruption, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Console.Kind.OTHER,
            Console.Kind.OTHER,
            environment);
    ExitCode code = new Main(console, interruption).run(List.of(args));
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
