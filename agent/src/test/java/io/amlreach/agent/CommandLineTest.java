// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.cli.ExitCode;
import io.amlreach.config.catalog.CatalogReader;
import io.amlreach.probe.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line understands, refuses and explains. */
class CommandLineTest {
  @Test
  void aNumberOfHealthyChecksThatIsNoneIsRefused() {
    for (String number : new String[] {"0", "1001", "-1", "many"}) {
      Run run = Run.of("selftest", "--healthy=" + number);
      assertThat(run.code()).isEqualTo(ExitCode.USAGE);
      assertThat(run.err()).contains("--healthy: expected 1 to 1000, found \"" + number + "\"");
    }
  }

  @Test
  void nothingAtAllIsWrongUsageAndShowsTheCommands() {
    Run run = Run.of();
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("a command is missing", "selftest");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void anOptionThatNobodyKnowsNamesTheNearMiss() {
    Run run = Run.of("--check", "--storage-acount=x");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--storage-acount", "Did you mean --storage-account");
  }

  @Test
  void aPlanIsNotToldInAFormatOfReports() {
    Run run = Run.of("plan", "--format", "junit");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--format: expected text, json, csv, found \"junit\"");
  }

  @Test
  void aFormatThatIsNotThereIsWrongUsage() {
    Run run = Run.of("check", "--format", "jsn");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .contains(
            "expected text, json, junit, html, markdown, csv, prometheus, found \"jsn\"",
            "\"json\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--chek", "chek"})
  void aCommandThatNobodyKnowsNamesTheNearMiss(String word) {
    Run run = Run.of(word);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).containsPattern("Did you mean (--)?check");
  }

  @Test
  void aWordTooManyIsNamed() {
    Run run = Run.of("explain", "firewall-denied", "name-not-found");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("amlreach explain: one word too many: \"name-not-found\"\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "plan"})
  void aPlainListBesideAWorkspaceIsWrongUsage(String command) {
    Run run = Run.of(command, "--targets=-", "--region=westeurope", "--feature", "studio");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--region, --feature make no sense with --targets");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check",
        "plan",
        "rules",
        "diff",
        "history",
        "explain",
        "config check",
        "catalog show",
        "demo",
        "selftest"
      })
  void everyCommandHasHelp(String command) {
    String[] words = (command + " --help").split(" ", -1);
    Run run = Run.of(words);
    assertThat(run.code()).isEqualTo(ExitCode.PASSED);
    assertThat(run.out()).startsWith("Usage: amlreach " + command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "plan", "config check"})
  void a_list_may_come_from_standard_input_where_the_help_says_so(String command) {
    assertThat(help(command)).contains("instead of the catalog, - for standard input");
  }

  @Test
  void the_help_of_serve_offers_no_standard_input() {
    assertThat(help("serve"))
        .contains("instead of the catalog; a file, which is read again when it changes; a line is")
        .doesNotContain("standard input");
  }

  private static String help(String command) {
    String[] words = (command + " --help").split(" ", -1);
    return Run.of(words).out().replaceAll("\\s+", " ");
  }

  @Test
  void theHelpListsFeaturesAndEditions() {
    String help = Run.of("check", "--help").out();
    CatalogReader.features()
        .forEach(feature -> assertThat(help).contains("\n  " + feature.name() + " "));
    CatalogReader.editions()
        .forEach(edition -> assertThat(help).contains("\n  " + edition.name() + " "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dns.timeout",
        "probe.timeout",
        "probe.deadline",
        "probe.concurrency",
        "probe.attempts"
      })
  void theHelpShowsTheDefaultThatHolds(String key) {
    String listed = Run.of("config", "check").out();
    String value =
        listed
            .lines()
            .filter(line -> line.startsWith(key + " "))
            .map(line -> line.split(" +", -1)[1])
            .findFirst()
            .orElseThrow();
    String flag = key.equals("dns.timeout") ? "dns-timeout" : key.substring(key.indexOf('.') + 1);
    assertThat(Run.of("check", "--help").out())
        .containsPattern("--" + flag + "=\\w+\\s+[^\n]*\\(default: " + value + "\\)");
  }

  @Test
  void theHelpNamesEveryExitCode() {
    String help = Run.of("check", "--help").out();
    for (ExitCode code : ExitCode.values()) {
      assertThat(help).containsPattern("\n +" + code.number() + "  ");
    }
  }

  @Test
  void help_says_what_a_target_without_a_protocol_means() throws IOException {
    String help = Run.of("check", "--help").out().replaceAll("\\s+", " ");
    String page = Files.readString(Path.of("../deploy/dist/man/amlreach.1")).replace('\n', ' ');
    for (Protocol protocol : Protocol.values()) {
      assertThat(help).contains(protocol.word());
    }
    String ports = "443 means https, 80 http, 445 smb, 4443, 8443 and 9443 tls";
    assertThat(help).contains(ports, "connect only", "say tls:// or https://");
    assertThat(page).contains(ports, "tcp (connect only)");
    assertThat(IntStream.of(443, 80, 445, 4443, 8443, 9443, 8883).mapToObj(Protocol::usualFor))
        .containsExactly(
            Protocol.HTTPS,
            Protocol.HTTP,
            Protocol.SMB,
            Protocol.TLS,
            Protocol.TLS,
            Protocol.TLS,
            Protocol.TCP);
  }
}
