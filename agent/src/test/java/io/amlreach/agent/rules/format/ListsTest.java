// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.rules.Books;
import io.amlreach.agent.rules.Rule;
import io.amlreach.agent.rules.RuleSet;
import io.amlreach.config.Cloud;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The formats that no vendor owns. */
class ListsTest {
  @ParameterizedTest
  @EnumSource(Cloud.class)
  void theCsvHasALineForEachDestinationAndForEachNeedWithoutARule(Cloud cloud) {
    RuleSet rules = Books.full(cloud).rules();
    int expected = rules.leftOut().size();
    for (Rule rule : rules.rules()) {
      expected += rule.destinations().size();
    }
    List<String> lines = Written.by(new RulesCsvWriter(Written.PLACED), rules).lines().toList();
    assertThat(lines).hasSize(expected + 1);
    List<List<String>> read = lines.stream().map(ListsTest::fields).toList();
    assertThat(read).allMatch(fields -> fields.size() == read.get(0).size());
    assertThat(read.get(0)).startsWith("kind", "rule", "direction", "source", "destinationType");
    int destination = read.get(0).indexOf("destination");
    assertThat(read.subList(1, expected - rules.leftOut().size() + 1))
        .filteredOn(fields -> fields.get(2).equals("outbound"))
        .extracting(fields -> fields.get(destination))
        .containsExactlyElementsOf(
            rules.rules().stream()
                .filter(rule -> !rule.inbound())
                .map(Rule::destinations)
                .flatMap(List::stream)
                .toList());
    assertThat(read)
        .filteredOn(fields -> fields.get(2).equals("inbound"))
        .singleElement()
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .startsWith(
            "security-group",
            "azuremachinelearning-inbound-tcp",
            "inbound",
            "AzureMachineLearning",
            "address",
            "10.0.1.0/24 10.0.2.0/24");
  }

  @Test
  void patternsAreThoseOfTheFirewallAlsoWhereATagStandsForThem() {
    assertThat(Written.by(ListWriter.ofPatterns(), Books.full(Cloud.PUBLIC).rules()).lines())
        .isSorted()
        .doesNotHaveDuplicates()
        .contains("*.blob.core.windows.net", "*.westeurope.batch.azure.com", "pypi.org")
        .doesNotContain("contosomlstore.file.core.windows.net", "AzureMachineLearning");
  }

  @Test
  void tagsAreThoseOfAllRules() {
    assertThat(Written.by(ListWriter.ofTags(), Books.full(Cloud.GOVERNMENT).rules()).lines())
        .isSorted()
        .doesNotHaveDuplicates()
        .contains("AzureMachineLearning", "Storage.usgovvirginia", "VirtualNetwork")
        .doesNotContain("pypi.org");
  }

  @Test
  void theTicketHasEveryRuleAndEveryReason() {
    RuleSet rules = Books.full(Cloud.PUBLIC).rules();
    String ticket = Written.by(new TicketWriter(Written.OPEN), rules);
    rules.rules().forEach(rule -> assertThat(ticket).contains("  - " + rule.name()));
    assertThat(ticket)
        .startsWith("amlreach rules: everything that contoso-mlw needs by edition 2026-03\n")
        .contains(
            "== Firewall and network team\n",
            "recommended\n",
            "addresses of DNS servers of your own");
  }

  @Test
  void hostileTextCannotStartALine() {
    String ticket = Written.by(new TicketWriter(Written.OPEN), Written.hostile());
    assertThat(ticket).contains("\\x0a[x]").doesNotContain("\n[x]");
    String csv = Written.by(new RulesCsvWriter(Written.OPEN), Written.hostile());
    assertThat(csv.lines()).hasSize(5);
  }

  /** The fields of a line, as RFC 4180 has them. */
  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    Matcher field = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))(,|$)").matcher(line);
    do {
      assertThat(field.find()).as(line).isTrue();
      String quoted = field.group(1);
      fields.add(quoted == null ? field.group(2) : quoted.replace("\"\"", "\""));
    } while (!field.group(3).isEmpty());
    assertThat(field.end()).isEqualTo(line.length());
    return fields;
  }
}
