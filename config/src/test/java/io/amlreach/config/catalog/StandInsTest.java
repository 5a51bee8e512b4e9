// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.config.Cloud;
import io.amlreach.config.catalog.CatalogEntry.Alternative;
import io.amlreach.config.catalog.CatalogEntry.Kind;
import io.amlreach.config.catalog.StandIn.PublicHost;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every open pattern has a decision, and every decision keeps to its pattern. */
class StandInsTest {
  private static final List<StandIn> ALL = Editions.newest().standIns();

  @Test
  void everyPatternOfEveryEditionIsDecidedInEveryCloudThatHasIt() {
    for (Catalog catalog : Editions.ALL) {
      for (CatalogEntry entry : catalog.entries()) {
        if (entry.kind() == Kind.HOST || entry.kind() == Kind.NETWORK_RULE) {
          for (Cloud cloud : entry.clouds()) {
            assertThat(decided(catalog, entry.pattern(), cloud))
                .as(catalog.edition() + " " + entry.id() + " in " + cloud)
                .isTrue();
          }
        }
      }
    }
  }

  @Test
  void everyRecordedOpenPatternIsDecidedOrKnownAsAMisspelling() {
    Set<String> misspelled =
        Editions.ALL.stream()
            .flatMap(catalog -> catalog.entries().stream())
            .flatMap(entry -> entry.alternatives().stream())
            .map(Alternative::pattern)
            .collect(Collectors.toSet());

    var recorded = Table.read("open-patterns.csv");
    assertThat(recorded).hasSize(112);
    for (var row : recorded) {
      String pattern = row.get("pattern");
      assertThat(
              misspelled.contains(pattern)
                  || Stream.of(Cloud.values())
                      .anyMatch(cloud -> decided(Editions.newest(), pattern, cloud)))
          .as(row.toString())
          .isTrue();
    }
  }

  @Test
  void noStandInIsForAPatternThatNobodyDocuments() {
    Set<String> documented =
        Editions.ALL.stream()
            .flatMap(catalog -> catalog.entries().stream())
            .flatMap(
                entry ->
                    Stream.concat(
                        Stream.of(entry.pattern()),
                        entry.alternatives().stream().map(Alternative::pattern)))
            .collect(Collectors.toSet());

    assertThat(ALL).extracting(StandIn::pattern).allMatch(documented::contains);
  }

  @Test
  void namesAndPublicHostsAreCoveredByTheWildcardThatTheyStandFor() {
    for (StandIn standIn : ALL) {
      String pattern = standIn.pattern();
      boolean wildcard = pattern.contains("*") && pattern.contains(".");
      String caveat = standIn.caveat() == null ? "" : standIn.caveat();
      if (wildcard && !caveat.startsWith("the apex")) {
        hosts(standIn)
            .forEach(
                host ->
                    assertThat(HostPattern.covers(pattern, host))
                        .as(pattern + " " + host)
                        .isTrue());
      }
    }
  }

  @Test
  void evidenceComesBestFirst() {
    for (StandIn standIn : ALL) {
      assertThat(standIn.publicHosts().stream().map(PublicHost::evidence).toList())
          .as(standIn.pattern())
          .isSorted();
    }
  }

  private static Stream<String> hosts(StandIn standIn) {
    return Stream.of(
            standIn.privateNames().stream().map(Template::text),
            standIn.names().stream().map(Template::text),
            standIn.publicHosts().stream().map(PublicHost::host))
        .flatMap(names -> names);
  }

  private static boolean decided(Catalog catalog, String pattern, Cloud cloud) {
    String host = HostPattern.hostPart(pattern);
    boolean itself =
        !host.contains("*")
            && Template.holes(host).stream().allMatch(word -> Placeholder.ofWord(word).isPresent())
            && HostName.of(host.replaceAll("<[^<>]*>", "x")).isPresent();
    return itself || !catalog.standIns(pattern, cloud).isEmpty();
  }
}
