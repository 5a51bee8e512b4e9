// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.bertramlabs.plugins.hcl4j.HCLParser;
import io.amlreach.agent.rules.Books;
import io.amlreach.agent.rules.Device;
import io.amlreach.agent.rules.Rule;
import io.amlreach.agent.rules.RuleSet;
import io.amlreach.config.Cloud;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TerraformWriterTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Cloud.class)
  void aParserFindsEveryRuleWithItsDestinations(Cloud cloud) throws Exception {
    RuleSet rules = Books.full(cloud).rules();
    String text = Written.by(new TerraformWriter(Device.FIREWALL, Written.PLACED), rules);
    Map<String, Object> parsed = new HCLParser().parse(text);
    assertThat(parsed).containsOnlyKeys("variable", "resource");
    String tree = parsed.get("resource").toString();
    for (Rule.Kind kind : List.of(Rule.Kind.APPLICATION, Rule.Kind.NETWORK)) {
      for (Rule rule : rules.of(kind)) {
        assertThat(tree).contains("name=" + rule.name() + ",").contains(rule.destinations());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void allThatIsWrittenIsAsTerraformFormatsIt(Device device) throws Exception {
    assumeTrue(installed("terraform"), "terraform is not installed");
    for (Cloud cloud : Cloud.values()) {
      check(Written.by(new TerraformWriter(device, Written.OPEN), Books.full(cloud).rules()));
    }
    check(Written.by(new TerraformWriter(device, Written.PLACED), Written.hostile()));
    check(Written.by(new TerraformWriter(device, Written.OPEN), Written.NOTHING));
  }

  @Test
  void neighboursAreAlignedAndLongListsAreNot() {
    String text =
        new Hcl()
            .open("rule")
            .putText("name", "a")
            .put("priority", "100")
            .putTexts("names", List.of("a", "b"))
            .putTexts("other", List.of("c"))
            .close()
            .toString();
    assertThat(text)
        .isEqualTo(
            """
            rule {
              name     = "a"
              priority = 100
              names = [
                "a",
                "b",
              ]
              other = ["c"]
            }
            """);
  }

  @Test
  void hostileTextStaysText() {
    assertThat(Hcl.text(Written.HOSTILE))
        .isEqualTo("\"it's \\\"$${a}\\\" %%{b} `id` $(id) \\\\ \\n[x] =1+1, ; #\"");
  }

  private void check(String text) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("rules.tf"), text);
    Process process =
        new ProcessBuilder("terraform", "fmt", "-check", "-diff", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("said"))).isZero();
  }

  private static boolean installed(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }
}
