// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.rules.Rule.Kind;
import io.amlreach.agent.stored.StoredFinding;
import io.amlreach.agent.stored.StoredNeed;
import io.amlreach.agent.stored.StoredReport;
import io.amlreach.agent.stored.StoredVerdict;
import io.amlreach.agent.verdict.Level;
import io.amlreach.agent.verdict.Team;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that a report misses. */
class MissingRulesTest {
  private static final String BLOB = "compute-all-blob-core-windows-net";

  @Test
  void aNameThatIsCutByItsServerNameGetsAnApplicationRuleForThePattern() {
    RuleSet rules =
        missing(
            failed("closed-after-client-hello", "20.60.1.1")
                .row(BLOB, "*.blob.core.windows.net", "vscode.blob.core.windows.net", 443));
    assertThat(rules.of(Kind.APPLICATION))
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.destinations()).containsExactly("*.blob.core.windows.net");
              assertThat(rule.traffic().toString()).isEqualTo("[https/443]");
              assertThat(rule.documents()).isNotEmpty();
            });
    assertThat(rules.of(Kind.SECURITY_GROUP)).as("the connect was let through").isEmpty();
  }

  @Test
  void theRegionOfATagIsReadFromAHostWhenNoSettingSaysIt() {
    RuleSet rules =
        missing(
            failed("port-unreachable", "20.60.1.1")
                .udp("compute-region-tundra-azureml-ms", "<region>.tundra.azureml.ms"),
            failed("connect-timeout", "20.60.1.2")
                .row(BLOB, "*.blob.core.windows.net", "vscode.blob.core.windows.net", 443));
    assertThat(rules.of(Kind.SECURITY_GROUP).stream().map(Rule::destinations))
        .contains(List.of("Storage.westeurope"));
    assertThat(rules.of(Kind.NETWORK))
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.destinations()).containsExactly("AzureMachineLearning");
              assertThat(rule.purposes()).allMatch(why -> why.startsWith("In doubt ("));
            });
  }

  @Test
  void aPrivateAddressThatDropsConnectsIsAMatterOfTheNetworkInside() {
    RuleSet rules =
        missing(
            failed("connect-timeout", "10.1.2.4")
                .row("api-all-azureml-ms", "*.azureml.ms", "id.workspace.api.azureml.ms", 443));
    assertThat(rules.rules())
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.kind()).isEqualTo(Kind.SECURITY_GROUP);
              assertThat(rule.destinations()).containsExactly("VirtualNetwork");
              assertThat(rule.names()).containsExactly("id.workspace.api.azureml.ms");
            });
  }

  @Test
  void aPrivateAddressThatIsCutByNameNeedsThatNameAlone() {
    RuleSet rules =
        missing(
            failed("reset-after-client-hello", "10.1.2.4")
                .row("api-all-azureml-ms", "*.azureml.ms", "id.workspace.api.azureml.ms", 443));
    assertThat(rules.rules())
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.kind()).isEqualTo(Kind.APPLICATION);
              assertThat(rule.destinations()).containsExactly("id.workspace.api.azureml.ms");
            });
  }

  @Test
  void namesAndCertificatesAreForOtherTeams() {
    RuleSet rules =
        missing(
            failed("name-not-found").row(BLOB, "*.x.example", "a.x.example", 443),
            failed("expired-certificate", "20.1.1.1").row("", "b.example", "b.example", 443),
            failed("a-cause-of-later", "20.1.1.1").row("", "c.example", "c.example", 443));
    assertThat(rules.rules()).isEmpty();
    assertThat(rules.failures().stream().map(Failure::team))
        .containsExactly(Team.DNS, Team.PKI, Team.NOBODY);
  }

  @Test
  void whoHasToActIsAsTheFindingOfTheReportSays() {
    Given filtered = failed("block-page", "20.1.1.1").row(BLOB, "*.x.example", "a.x.example", 443);
    StoredFinding finding =
        new StoredFinding(
            "block-page/x",
            "block-page",
            "A web filter answers in place of a.x.example",
            "high",
            List.of(filtered.verdict().need().id()),
            "proxy",
            "Allow *.x.example in the web filter.",
            List.of(),
            List.of());
    RuleSet rules = missing(List.of(finding), filtered);
    assertThat(rules.rules()).as("the firewall let it through").isEmpty();
    assertThat(rules.failures()).extracting(Failure::team).containsExactly(Team.PROXY);
  }

  @Test
  void aServiceOfTheHostItselfNeedsNoRule() {
    Given closed =
        failed("connection-refused", "127.0.0.1").row(BLOB, "*.x.example", "localhost", 443);
    StoredFinding finding =
        new StoredFinding(
            "own-service/connection-refused/localhost",
            "own-service",
            "Nothing listens at localhost:443 (127.0.0.1) on this host",
            "medium",
            List.of(closed.verdict().need().id()),
            "host",
            "Start it.",
            List.of(),
            List.of());
    assertThat(missing(List.of(finding), closed).rules()).isEmpty();
  }

  @Test
  void aWarningAboutARequiredHostMeansThatARuleIsThere() {
    Given partly = failed("connect-timeout", "20.1.1.1").row(BLOB, "a.example", "a.example", 443);
    assertThat(missing(partly.at(Level.WARN)).rules()).isEmpty();
    assertThat(missing(partly.at(Level.PASS)).failures()).isEmpty();
  }

  @Test
  void aPlainListIsTakenAsItIs() {
    RuleSet rules =
        missing(
            failed("connect-timeout", "20.1.1.1").row("", "a.example", "a.example", 443),
            failed("connect-timeout", "20.1.1.1").row("", "20.1.1.1", "20.1.1.1", 443));
    assertThat(rules.of(Kind.APPLICATION).get(0).destinations()).contains("a.example");
    assertThat(rules.of(Kind.NETWORK).get(0).destinations()).containsExactly("20.1.1.1");
  }

  @Test
  void whatIsNoNameGetsNoRule() {
    RuleSet rules =
        missing(
            failed("connect-timeout", "20.1.1.1")
                .row("", "a.example' }\n${evil}", "a.example' }\n${evil}", 443));
    assertThat(rules.rules()).isEmpty();
    assertThat(rules.leftOut())
        .singleElement()
        .extracting(LeftOut::reason)
        .asString()
        .contains("not a name");
  }

  private static RuleSet missing(Given... given) {
    return missing(List.of(), given);
  }

  private static RuleSet missing(List<StoredFinding> findings, Given... given) {
    StoredReport report =
        new StoredReport(
            "0.1.0",
            Books.NEWEST,
            Instant.parse("2026-11-22T00:00:00Z"),
            "completed",
            "vm",
            List.of(),
            findings,
            Arrays.stream(given).map(Given::verdict).toList());
    return MissingRules.of(report, List.of(), Books.catalog(Books.NEWEST));
  }

  private static Given failed(String cause, String... addresses) {
    return new Given(cause, List.of(addresses), Level.FAIL, "", "", "", 0, "https");
  }

  private record Given(
      String cause,
      List<String> addresses,
      Level level,
      String row,
      String pattern,
      String host,
      int port,
      String protocol) {
    Given row(String row, String pattern, String host, int port) {
      return new Given(cause, addresses, level, row, pattern, host, port, protocol);
    }

    Given udp(String row, String pattern) {
      String host = pattern.replace("<region>", "westeurope");
      return new Given(cause, addresses, level, row, pattern, host, 5831, "udp");
    }

    Given at(Level other) {
      return new Given(cause, addresses, other, row, pattern, host, port, protocol);
    }

    StoredVerdict verdict() {
      StoredNeed need =
          new StoredNeed(
              "contoso-mlw/" + row + "/" + host + ":" + port,
              "contoso-mlw",
              row,
              "host",
              "outbound",
              List.of(),
              host,
              port,
              protocol,
              pattern,
              "",
              List.of("studio"),
              true);
      return new StoredVerdict(need, level, "tls", cause, "", List.of(), addresses, null);
    }
  }
}
