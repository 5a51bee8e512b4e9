// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.config.Cloud;
import io.amlreach.config.catalog.CatalogEntry.Alternative;
import io.amlreach.config.catalog.CatalogEntry.PortUse;
import io.amlreach.config.catalog.CatalogEntry.Source;
import io.amlreach.config.yaml.Words;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No documented row is missing: each recorded fact is in the catalog, once and unchanged. */
class CompletenessTest {
  private static final List<Map<String, String>> FACTS = Table.read("facts.csv");
  private static final Map<String, Map<String, String>> BY_ID =
      FACTS.stream().collect(Collectors.toMap(fact -> fact.get("fact"), fact -> fact));

  @Test
  void everyFactIsTheSourceOfExactlyOneEntry() {
    List<String> sources =
        Editions.ALL.stream()
            .flatMap(catalog -> catalog.entries().stream())
            .flatMap(entry -> entry.sources().stream())
            .map(Source::fact)
            .sorted()
            .toList();

    assertThat(sources).isEqualTo(FACTS.stream().map(fact -> fact.get("fact")).sorted().toList());
    assertThat(sources.stream().filter(id -> id.startsWith("S"))).hasSize(313);
    assertThat(sources.stream().filter(id -> id.startsWith("L"))).hasSize(322);
  }

  @Test
  void everyFactIsInTheEditionOfItsPage() {
    for (Catalog catalog : Editions.ALL) {
      for (Source source : sources(catalog)) {
        String document = fact(source).get("document");
        String edition =
            switch (document) {
              case "001", "003" -> "2020-04";
              case "000", "002", "004" -> "2021-11";
              default -> "2026-03";
            };
        assertThat(catalog.edition()).as(source.fact()).isEqualTo(edition);
        assertThat(source.section()).as(source.fact()).isEqualTo(fact(source).get("section"));
        assertThat(source.date()).as(source.fact()).matches("20\\d\\d-\\d\\d-\\d\\d");
      }
    }
  }

  @Test
  void everyPatternIsAsDocumentedOrAnAlternativeWithItsReason() {
    forEachFact(
        (entry, fact) -> {
          String pattern = fact.get("pattern");
          List<String> spellings =
              Stream.concat(
                      Stream.of(entry.pattern()),
                      entry.alternatives().stream().map(Alternative::pattern))
                  .toList();
          if (pattern.isEmpty()) {
            assertThat(entry.kind())
                .isIn(CatalogEntry.Kind.PORT_NOTE, CatalogEntry.Kind.PORT_RANGE);
          } else {
            assertThat(spellings).as(fact.toString()).contains(pattern);
          }
          assertThat(entry.alternatives()).noneMatch(other -> other.reason().isBlank());
        });
  }

  @Test
  void kindAndDirectionAgree() {
    forEachFact(
        (entry, fact) -> {
          assertThat(Words.of(entry.kind())).as(fact.toString()).isEqualTo(fact.get("kind"));
          String direction =
              switch (fact.get("direction")) {
                case "udr" -> "route";
                case "both", "n/a" -> "outbound";
                default -> fact.get("direction");
              };
          assertThat(Words.of(entry.direction())).as(fact.toString()).isEqualTo(direction);
        });
  }

  @Test
  void portsAgreeWhereThePageGivesThem() {
    forEachFact(
        (entry, fact) -> {
          Set<String> documented =
              entry.ports().stream()
                  .filter(PortUse::documented)
                  .map(CompletenessTest::spelled)
                  .collect(Collectors.toCollection(TreeSet::new));
          if (!fact.get("ports").isEmpty()) {
            Set<String> given =
                Arrays.stream(fact.get("ports").split(" "))
                    .map(port -> fact.get("protocol") + "/" + port)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(documented).as(fact.toString()).isEqualTo(given);
          }
        });
  }

  @Test
  void cloudsAgreeWhereThePageSplitsThem() {
    for (Catalog catalog : Editions.ALL) {
      for (CatalogEntry entry : catalog.entries()) {
        Set<Cloud> given = EnumSet.noneOf(Cloud.class);
        entry.sources().forEach(source -> given.addAll(clouds(fact(source))));
        assertThat(entry.clouds()).as(entry.id()).isNotEmpty();
        if (!given.isEmpty()) {
          assertThat(entry.clouds()).as(entry.id()).isEqualTo(given);
        }
      }
    }
  }

  @Test
  void thereAreAsManyRowsBySectionAndCloudAsWereCounted() {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    forEachFact(
        (entry, fact) -> {
          boolean newest = entry.edition().equals("2026-03");
          String key = (newest ? "" : fact.get("document")) + " " + fact.get("section");
          Map<String, Integer> byCloud = counts.computeIfAbsent(key, k -> new LinkedHashMap<>());
          for (String cloud : fact.get("clouds").split(" ")) {
            byCloud.merge(cloud, 1, Integer::sum);
          }
        });

    List<Map<String, String>> recorded = Table.read("counts.csv");
    assertThat(counts).hasSize(recorded.size());
    for (Map<String, String> row : recorded) {
      Map<String, Integer> counted = counts.get(row.get("document") + " " + row.get("section"));
      assertThat(counted).as(row.toString()).isNotNull();
      for (String cloud : List.of("public", "government", "china", "unspecified")) {
        assertThat(counted.getOrDefault(cloud, 0))
            .as(row + " " + cloud)
            .isEqualTo(Integer.parseInt(row.get(cloud)));
      }
    }
  }

  @Test
  void everyRowSaysWhatItIsForAndWhatBreaksWithoutIt() {
    for (Catalog catalog : Editions.ALL) {
      for (CatalogEntry entry : catalog.entries()) {
        assertThat(entry.purpose()).as(entry.id()).isNotBlank();
        assertThat(entry.features()).as(entry.id()).isNotEmpty();
      }
    }
  }

  private static String spelled(PortUse port) {
    String transport = port.transport().name().toLowerCase(Locale.ROOT);
    if (port.port() == 1 && port.last() == 65_535) {
      return transport + "/*";
    }
    return transport + "/" + port.port() + (port.range() ? "-" + port.last() : "");
  }

  private static Set<Cloud> clouds(Map<String, String> fact) {
    Set<Cloud> clouds = EnumSet.noneOf(Cloud.class);
    for (String word : fact.get("clouds").split(" ")) {
      Cloud.ofWord(word).ifPresent(clouds::add);
    }
    return clouds;
  }

  private static List<Source> sources(Catalog catalog) {
    return catalog.entries().stream().flatMap(entry -> entry.sources().stream()).toList();
  }

  private static Map<String, String> fact(Source source) {
    return BY_ID.get(source.fact());
  }

  private static void forEachFact(Check check) {
    for (Catalog catalog : Editions.ALL) {
      for (CatalogEntry entry : catalog.entries()) {
        entry.sources().forEach(source -> check.check(entry, fact(source)));
      }
    }
  }

  private interface Check {
    void check(CatalogEntry entry, Map<String, String> fact);
  }
}
