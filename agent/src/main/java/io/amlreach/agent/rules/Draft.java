// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules;

import io.amlreach.agent.rules.Rule.Kind;
import io.amlreach.agent.rules.Rule.Naming;
import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.catalog.Need;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is wanted of one destination, while needs are still being added. */
final class Draft {
  private static final Comparator<Traffic> WIDEST =
      Comparator.comparing(Traffic::carrier)
          .thenComparingInt(traffic -> traffic.last() - traffic.first());

  private final Key key;
  private final Map<Traffic, Set<Need>> wanted = new TreeMap<>();
  private final Set<Need> needs = new LinkedHashSet<>();
  private final Map<Need, String> names = new HashMap<>();

  Draft(Key key) {
    this.key = key;
  }

  /** What is one destination. */
  record Key(Kind kind, boolean inbound, Naming naming, String destination) {}

  Key key() {
    return key;
  }

  void add(Need need) {
    needs.add(need);
  }

  /** Adds a need whose host the documents call by that name; empty when they name a tag alone. */
  void add(Need need, Traffic traffic, String name) {
    needs.add(need);
    names.put(need, name);
    wanted.computeIfAbsent(traffic, ignored -> new LinkedHashSet<>()).add(need);
  }

  Set<Need> needs() {
    return needs;
  }

  /** The names of those needs, each once. */
  List<String> names(Collection<Need> some) {
    return some.stream()
        .map(need -> names.getOrDefault(need, ""))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  Set<Traffic> traffic() {
    return wanted.keySet();
  }

  /**
   * Traffic by carrier: one rule has one protocol. What a wider range or "any" covers is part of
   * that, since Azure refuses ranges that overlap.
   */
  Map<Traffic.Carrier, Wish> byCarrier() {
    Map<Traffic.Carrier, Wish> wishes = new TreeMap<>();
    wanted.forEach(
        (traffic, wanting) -> {
          Traffic told =
              wanted.keySet().stream()
                  .filter(other -> other.covers(traffic))
                  .max(WIDEST)
                  .orElse(traffic);
          Wish wish = wishes.computeIfAbsent(told.carrier(), ignored -> new Wish());
          wish.traffic.add(told);
          wish.needs.addAll(wanting);
        });
    return wishes;
  }

  /** The traffic of one rule and the needs behind it. */
  static final class Wish {
    final Set<Traffic> traffic = new TreeSet<>();
    final Set<Need> needs = new LinkedHashSet<>();
  }

  static boolean required(Collection<Need> needs) {
    return needs.stream().anyMatch(Need::required);
  }

  /** The section of the documents that first requires it, or else that first names it. */
  static String section(Collection<Need> needs) {
    boolean required = required(needs);
    return needs.stream()
        .filter(need -> need.required() == required)
        .map(Need::entry)
        .map(entry -> entry == null ? "" : entry.section())
        .findFirst()
        .orElse("");
  }

  static Rule rule(
      Key key,
      String name,
      List<String> destinations,
      List<String> names,
      Collection<Traffic> traffic,
      Collection<Need> needs) {
    Set<String> purposes = new LinkedHashSet<>();
    Set<String> features = new LinkedHashSet<>();
    Set<String> documents = new LinkedHashSet<>();
    Set<String> notes = new LinkedHashSet<>();
    for (Need need : needs) {
      purposes.add(need.purpose());
      features.addAll(need.features());
      if (need.entry() != null && need.entry().note() != null) {
        notes.add(need.entry().note());
      }
      for (CatalogEntry.Source source : need.sources()) {
        documents.add(source.document() + " " + source.date());
      }
    }
    purposes.remove("");
    return new Rule(
        key.kind(),
        name,
        key.inbound(),
        key.naming(),
        destinations,
        names,
        new ArrayList<>(traffic),
        required(needs),
        List.copyOf(purposes),
        List.copyOf(features),
        List.copyOf(documents),
        List.copyOf(notes),
        needs.stream().map(Need::id).distinct().toList());
  }
}
