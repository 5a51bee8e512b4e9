// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code amlreach rules} as its user meets it. */
class RulesCommandTest {
  private static final String[] WORKSPACE = {
    "rules", "--workspace=contoso-mlw", "--region=westeurope", "--storage-account=contosomlstore"
  };

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ticket    | == Firewall and network team
          csv       | kind,rule,direction,source
          patterns  | *.azureml.ms
          tags      | Storage.westeurope
          bicep     | resource parentResource 'Microsoft.Network/firewallPolicies@2024-05-01' existing
          arm       | "targetFqdns" : [
          terraform | resource "azurerm_firewall_policy_rule_collection_group" "azureml" {
          az        | --rule-type ApplicationRule --protocols Https=443
          """)
  void everyFormatIsWritten(String format, String expected) {
    Run run = rules("--format", format);
    assertThat(run.code()).isEqualTo(ExitCode.PASSED);
    assertThat(run.out()).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "--format=bcp,expected ticket",
    "--kind=nsgs,expected firewall",
    "--kind=nsg,--kind is for the formats",
    "--priority=5,expected 100 to 65000",
    "--source=10.0.0,expected an address prefix",
    "--targets=-,unknown option"
  })
  void aWordThatMakesNoSenseIsWrongUsage(String word, String expected) {
    Run run = rules(word);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(expected);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void prioritiesThatDoNotFitAreRefused() {
    Run run = rules("--format=arm", "--kind=nsg", "--priority=4090");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("do not end before 4096");
  }

  @Test
  void withoutAWorkspaceNothingIsInvented() {
    Run run = Run.of("rules");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--config FILE or --from FILE");
  }

  @Test
  void whatADeploymentHasNoRoomForIsToldBesideIt() {
    Run run = rules("--format=bicep");
    assertThat(run.err()).contains("have no rule; amlreach rules --format ticket tells why");
  }

  @Test
  void aReportOfTheDemonstrationGivesTheRulesThatItMisses() throws IOException {
    Path report =
        Files.writeString(folder.resolve("report.json"), Run.of("demo", "--format=json").out());
    Run run = Run.of("rules", "--from=" + report, "--format=patterns");
    assertThat(run.code()).isEqualTo(ExitCode.PASSED);
    assertThat(run.out()).contains("*.blob.core.windows.net\n").doesNotContain("contosomlkv");
    assertThat(Run.of("rules", "--from=" + report).out()).contains("== DNS team", "== PKI team");
  }

  @Test
  void aFileThatIsNoReportIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("no.json"), "{}");
    Run run = Run.of("rules", "--from=" + file);
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("no.json");
  }

  private static Run rules(String... more) {
    String[] words = Arrays.copyOf(WORKSPACE, WORKSPACE.length + more.length);
    System.arraycopy(more, 0, words, WORKSPACE.length, more.length);
    return Run.of(words);
  }
}
