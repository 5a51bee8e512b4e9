// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.rules.Rule.Kind;
import io.amlreach.agent.rules.Rule.Naming;
import io.amlreach.config.Cloud;
import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.catalog.CatalogReader;
import io.amlreach.config.catalog.Edition;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Protocol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules for everything, from the catalog as it is shipped. */
class RuleBookTest {
  static Stream<Books> everything() {
    List<Books> books = new ArrayList<>();
    for (Edition edition : CatalogReader.editions()) {
      for (Cloud cloud : Cloud.values()) {
        for (boolean special : List.of(true, false)) {
          books.add(Books.of(edition.name(), Books.workspace(cloud, Books.region(cloud), special)));
        }
      }
    }
    return books.stream();
  }

  @ParameterizedTest
  @MethodSource("everything")
  void everyNeedHasARuleOrAReason(Books books) {
    Set<String> told = new HashSet<>();
    books.rules().rules().forEach(rule -> told.addAll(rule.needs()));
    books.rules().leftOut().forEach(left -> told.add(left.need()));
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            books.plan().needs().stream().map(Need::id).distinct().toList());
    assertThat(books.rules().leftOut()).noneMatch(left -> left.reason().isBlank());
  }

  @ParameterizedTest
  @MethodSource("everything")
  void everyWebHostThatIsNotPrivateIsInExactlyOneFirewallRule(Books books) {
    for (Need need : books.plan().needs()) {
      CatalogEntry entry = Objects.requireNonNull(need.entry());
      boolean web =
          need.target() != null
              && Set.of(Protocol.HTTPS, Protocol.HTTP).contains(need.target().protocol())
              && entry.kind() == CatalogEntry.Kind.HOST;
      if (web && need.expected() != AddressScope.PRIVATE) {
        assertThat(firewall(books).filter(rule -> rule.needs().contains(need.id())))
            .as(need.id())
            .hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everything")
  void noDestinationIsAllowedTwiceForTheSameTraffic(Books books) {
    for (Kind kind : Kind.values()) {
      List<String> seen = new ArrayList<>();
      for (Rule rule : books.rules().of(kind)) {
        for (String destination : rule.destinations()) {
          String way = destination + rule.inbound();
          seen.add(way + (rule.traffic().isEmpty() ? "" : rule.traffic().get(0).carrier()));
          rule.traffic()
              .forEach(
                  traffic ->
                      assertThat(
                              rule.traffic().stream()
                                  .filter(other -> other.covers(traffic) && !other.equals(traffic)))
                          .as(rule.name())
                          .isEmpty());
        }
      }
      if (kind != Kind.APPLICATION) {
        assertThat(seen).doesNotHaveDuplicates();
      }
    }
    assertThat(
            books.rules().of(Kind.APPLICATION).stream()
                .map(Rule::destinations)
                .flatMap(List::stream))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("everything")
  void everyNameFitsWhereItIsUsed(Books books) {
    for (Kind kind : Kind.values()) {
      assertThat(books.rules().of(kind).stream().map(Rule::name))
          .doesNotHaveDuplicates()
          .allMatch(name -> name.matches("[a-z0-9][a-z0-9-]{0,78}[a-z0-9]"));
    }
    for (Rule rule : books.rules().rules()) {
      String form =
          switch (rule.naming()) {
            case FQDN -> rule.kind() == Kind.APPLICATION ? "\\*?[a-z0-9._-]+" : "[a-z0-9._-]+";
            case SERVICE_TAG -> "[A-Za-z]+(\\.[A-Za-z0-9]+)?";
            case ADDRESS -> "\\*";
          };
      assertThat(rule.destinations()).as(rule.name()).isNotEmpty().allMatch(d -> d.matches(form));
    }
  }

  @ParameterizedTest
  @EnumSource(Cloud.class)
  void otherPortsGetNetworkRulesWithTheTagAsAzureSpellsIt(Cloud cloud) {
    Books books = Books.full(cloud);
    String region = Books.region(cloud);
    assertThat(traffic(books, "AzureMachineLearning"))
        .contains("tcp/443", "tcp/8787", "tcp/18881", "udp/5831");
    assertThat(traffic(books, "Storage." + region)).containsExactly("tcp/443", "tcp/445");
    assertThat(traffic(books, "BatchNodeManagement." + region)).containsExactly("any/443");
    assertThat(traffic(books, "AzureKeyVault." + region)).containsExactly("tcp/443");
    assertThat(traffic(books, "AzureContainerRegistry." + region)).containsExactly("tcp/443");
    assertThat(traffic(books, "AzureFrontDoor.FirstParty")).containsExactly("tcp/443");
    assertThat(traffic(books, "AzureFrontDoor.Frontend"))
        .containsExactlyElementsOf(cloud == Cloud.CHINA ? List.of() : List.of("tcp/443"));
  }

  @Test
  void theTagOfARuleTellsWhichPatternsItStandsFor() {
    Rule batch = Books.full(Cloud.PUBLIC).rule(Kind.NETWORK, "batchnodemanagement-westeurope-any");
    assertThat(batch.names())
        .containsExactly("*.westeurope.batch.azure.com", "*.westeurope.service.batch.azure.com");
  }

  @Test
  void ownNamesBehindAPrivateEndpointStayInside() {
    Books books = Books.full(Cloud.PUBLIC);
    Rule inside = books.rule(Kind.SECURITY_GROUP, "virtualnetwork-tcp");
    assertThat(inside.names())
        .contains("contosomlstore.file.core.windows.net", "contosomlacr.azurecr.io");
    assertThat(inside.traffic().toString()).contains("tcp/443", "tcp/445", "tcp/8704-8993");
    assertThat(firewall(books).map(Rule::destinations).flatMap(List::stream))
        .contains("*.azureml.ms", "*.blob.core.windows.net", "*.vault.azure.net")
        .doesNotContain("contosomlstore.file.core.windows.net", "VirtualNetwork");
  }

  @Test
  void withoutAPrivateEndpointTheSameNamesAreTheFirewalls() {
    Books books = Books.of(Books.NEWEST, Books.workspace(Cloud.PUBLIC, "westeurope", false));
    assertThat(firewall(books).map(Rule::destinations).flatMap(List::stream))
        .contains("contosomlstore.file.core.windows.net", "contosomlstore.blob.core.windows.net");
    assertThat(books.rules().of(Kind.SECURITY_GROUP)).noneMatch(Rule::inbound);
    assertThat(books.rules().of(Kind.ROUTE)).isEmpty();
  }

  @Test
  void computeWithPublicAddressesNeedsOneWayInAndARouteBack() {
    Books books = Books.full(Cloud.PUBLIC);
    assertThat(books.rules().of(Kind.SECURITY_GROUP).stream().filter(Rule::inbound))
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.destinations()).containsExactly("AzureMachineLearning");
              assertThat(rule.traffic().toString()).isEqualTo("[tcp/44224]");
            });
    assertThat(books.rules().of(Kind.ROUTE))
        .singleElement()
        .satisfies(
            route -> assertThat(route.destinations()).containsExactly("AzureMachineLearning"));
  }

  @Test
  void theRoutesOf2020HaveTheRegion() {
    Books books = Books.of("2020-04", Books.workspace(Cloud.PUBLIC, "westeurope", true));
    assertThat(books.rules().of(Kind.ROUTE).stream().map(Rule::destinations).flatMap(List::stream))
        .containsExactly("BatchNodeManagement.westeurope", "AzureMachineLearning.westeurope");
  }

  @Test
  void aBareSuffixKeepsItsMeaning() {
    Books books = Books.of("2021-11", Books.workspace(Cloud.PUBLIC, "westeurope", true));
    assertThat(firewall(books).map(Rule::destinations).flatMap(List::stream))
        .contains("*pytorch.org");
  }

  @Test
  void withoutARegionTheReasonNamesTheSetting() {
    Books books = Books.of(Books.NEWEST, Books.workspace(Cloud.PUBLIC, null, true));
    assertThat(books.rules().rules())
        .allSatisfy(rule -> assertThat(rule.destinations().toString()).doesNotContain("<"));
    assertThat(books.rules().leftOut())
        .filteredOn(left -> left.pattern().equals("Storage.<region>"))
        .isNotEmpty()
        .allMatch(left -> left.reason().contains("--region"));
  }

  @Test
  void whatIsRequiredIsNotMixedWithWhatIsRecommended() {
    Books books = Books.full(Cloud.PUBLIC);
    assertThat(books.rule(Kind.APPLICATION, "python-recommended").required()).isFalse();
    assertThat(books.rule(Kind.APPLICATION, "studio").required()).isTrue();
    List<Boolean> order = books.rules().of(Kind.APPLICATION).stream().map(Rule::required).toList();
    assertThat(order.subList(order.indexOf(false), order.size())).containsOnly(false);
  }

  @Test
  void placeholdersOfTheDocumentsAreNoNames() {
    assertThat(Books.full(Cloud.PUBLIC).rules().leftOut().stream().map(LeftOut::pattern))
        .contains("CustomDNSIP", "APIServerPublicIP");
  }

  private static Stream<Rule> firewall(Books books) {
    return Stream.concat(
        books.rules().of(Kind.APPLICATION).stream(), books.rules().of(Kind.NETWORK).stream());
  }

  private static Set<String> traffic(Books books, String tag) {
    return books.rules().of(Kind.NETWORK).stream()
        .filter(rule -> rule.naming() == Naming.SERVICE_TAG && rule.destinations().contains(tag))
        .map(Rule::traffic)
        .flatMap(List::stream)
        .map(Traffic::toString)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
