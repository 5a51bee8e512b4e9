// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest {
  @Test
  void aTerminalThatTellsItsColumnsIsFollowed() {
    assertThat(width(Console.Kind.TERMINAL, "132")).isEqualTo(132);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "20", "wide", "-80", "100000"})
  void otherwiseALineHasAHundred(String columns) {
    assertThat(width(Console.Kind.TERMINAL, columns)).isEqualTo(100);
  }

  @Test
  void whatIsNoTerminalHasNoColumns() {
    assertThat(width(Console.Kind.PIPE, "132")).isEqualTo(100);
  }

  private static int width(Console.Kind out, String columns) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Console console =
        new Console(
            InputStream.nullInputStream(),
            nowhere,
            new PrintStream(nowhere, false, StandardCharsets.UTF_8),
            out,
            Console.Kind.OTHER,
            Map.of("COLUMNS", columns));
    return console.width(Invocation.Telling.PLAIN);
  }
}
