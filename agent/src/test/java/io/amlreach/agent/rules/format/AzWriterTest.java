// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.rules.Books;
import io.amlreach.agent.rules.Device;
import io.amlreach.agent.rules.Placement;
import io.amlreach.agent.rules.Rule;
import io.amlreach.agent.rules.Rule.Kind;
import io.amlreach.agent.rules.RuleSet;
import io.amlreach.config.Cloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The script is run by a real shell with a stand-in for az that shows its arguments. */
class AzWriterTest {
  private static final String AZ =
      "az() { printf '<%s>' \"$@\"; echo; }\n"
          + "export RESOURCE_GROUP=rg FIREWALL_POLICY=policy NSG=nsg ROUTE_TABLE=table\n";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Cloud.class)
  void everyRuleOfTheFirewallIsOneCommand(Cloud cloud) throws Exception {
    RuleSet rules = Books.full(cloud).rules();
    List<String> commands = run(Device.FIREWALL, Written.PLACED, rules, "");
    int expected = 1 + rules.of(Kind.APPLICATION).size() + rules.of(Kind.NETWORK).size();
    assertThat(commands).hasSize(expected);
    for (Kind kind : List.of(Kind.APPLICATION, Kind.NETWORK)) {
      for (Rule rule : rules.of(kind)) {
        String destinations = "<" + String.join("><", rule.destinations()) + ">";
        assertThat(commands)
            .filteredOn(command -> command.contains("name><" + rule.name() + ">"))
            .as(rule.name())
            .anyMatch(command -> command.contains(destinations));
      }
    }
    assertThat(commands.subList(1, expected))
        .allMatch(command -> command.contains("<--source-addresses><10.0.1.0/24><10.0.2.0/24>"));
  }

  @Test
  void securityRulesAndRoutesAreOneCommandEach() throws Exception {
    RuleSet rules = Books.full(Cloud.PUBLIC).rules();
    assertThat(run(Device.NSG, Written.OPEN, rules, "SOURCE_ADDRESSES='10.0.0.0/24 10.1.0.0/24'\n"))
        .hasSize(rules.of(Kind.SECURITY_GROUP).size())
        .filteredOn(command -> command.contains("<Inbound>"))
        .singleElement()
        .asString()
        .contains("<--source-address-prefixes><AzureMachineLearning>")
        .contains("<--destination-address-prefixes><10.0.0.0/24><10.1.0.0/24>");
    assertThat(run(Device.UDR, Written.OPEN, rules, ""))
        .singleElement()
        .asString()
        .contains("<--next-hop-type><Internet><--address-prefix><AzureMachineLearning>");
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void hostileTextStaysOneWord(Device device) throws Exception {
    String said = String.join("\n", run(device, Written.PLACED, Written.hostile(), ""));
    assertThat(said).contains("<" + Written.HOSTILE + ">");
  }

  @Test
  void subnetsThatNobodyGaveAreAskedFor() throws Exception {
    Process shell = shell(Device.NSG, Written.OPEN, Books.full(Cloud.PUBLIC).rules(), "");
    assertThat(shell.waitFor()).isNotZero();
    assertThat(Files.readString(folder.resolve("said")))
        .contains("SOURCE_ADDRESSES: address prefixes");
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void whereThereIsNothingToAllowNothingIsRun(Device device) throws Exception {
    assertThat(run(device, Written.OPEN, Written.NOTHING, "")).isEmpty();
  }

  private List<String> run(Device device, Placement placement, RuleSet rules, String before)
      throws IOException, InterruptedException {
    assertThat(shell(device, placement, rules, before).waitFor())
        .as(Files.readString(folder.resolve("said")))
        .isZero();
    return Files.readAllLines(folder.resolve("said"));
  }

  private Process shell(Device device, Placement placement, RuleSet rules, String before)
      throws IOException {
    String script = Written.by(new AzWriter(device, placement), rules);
    Path file = Files.writeString(folder.resolve("script"), AZ + before + script);
    return new ProcessBuilder("bash", file.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said").toFile())
        .start();
  }
}
