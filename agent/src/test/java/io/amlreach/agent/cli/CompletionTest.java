// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {
  private static String script(String shell) throws UsageException {
    return ((Invocation.Help) Grammar.parse(List.of("completion", shell), Map.of())).text();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void a_script_knows_commands_below_commands_and_their_options(String shell)
      throws UsageException {
    assertThat(script(shell))
        .contains("selftest", "catalog", "lint", "container-registry", "healthy");
  }

  @Test
  void fish_completes_files_only_where_files_are_meant() throws UsageException {
    assertThat(script("fish").lines())
        .contains(
            "complete -c amlreach -n '__amlreach_at plan' -l output -rF -d 'write there'",
            "complete -c amlreach -n '__amlreach_at plan' -l verbose -d 'spell out everything'",
            "complete -c amlreach -n '__amlreach_at plan' -l format -x -d 'text'",
            "complete -c amlreach -n '__amlreach_next catalog' -a lint"
                + " -d 'Looks for mistakes in the catalog and in overlays'");
  }

  @Test
  void fish_is_not_told_of_hidden_options() throws UsageException {
    assertThat(script("fish")).doesNotContain("'__amlreach_at config check' -l config ");
  }

  @Test
  void a_script_is_the_same_each_time() throws UsageException {
    assertThat(script("zsh")).isEqualTo(script("zsh"));
  }

  @Test
  void another_shell_is_wrong_usage() {
    assertThatThrownBy(() -> script("csh"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("expected bash, zsh or fish, found \"csh\"");
  }
}
