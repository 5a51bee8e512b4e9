// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules;

import io.amlreach.agent.rules.Rule.Kind;
import io.amlreach.config.catalog.Need;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that is wanted, one draft for each destination, and the rules that come of it. */
final class Drafts {
  private final Map<Draft.Key, Draft> drafts = new LinkedHashMap<>();

  Draft of(Draft.Key key) {
    return drafts.computeIfAbsent(key, Draft::new);
  }

  boolean has(Draft.Key key) {
    return drafts.containsKey(key);
  }

  /** By kind, required ones first, then in the order of first need. */
  List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      RuleName names = new RuleName();
      List<Draft> ofKind = drafts.values().stream().filter(d -> d.key().kind() == kind).toList();
      List<Rule> written =
          kind == Kind.APPLICATION ? bySection(ofKind, names) : byDestination(ofKind, names);
      written.stream().sorted(Comparator.comparing(rule -> !rule.required())).forEach(rules::add);
    }
    return rules;
  }

  /** Names of one section that want the same ports share a rule. */
  private static List<Rule> bySection(List<Draft> drafts, RuleName names) {
    Map<Shared, List<Draft>> groups = new LinkedHashMap<>();
    for (Draft draft : drafts) {
      groups.computeIfAbsent(Shared.of(draft), ignored -> new ArrayList<>()).add(draft);
    }
    List<Rule> rules = new ArrayList<>();
    groups.forEach(
        (shared, group) -> {
          Set<Need> needs = new LinkedHashSet<>();
          group.forEach(draft -> needs.addAll(draft.needs()));
          List<String> hosts = group.stream().map(draft -> draft.key().destination()).toList();
          String name = names.of(shared.name(), String.join("-", texts(shared.traffic())));
          rules.add(Draft.rule(group.get(0).key(), name, hosts, hosts, shared.traffic(), needs));
        });
    return rules;
  }

  /** Tags and addresses have a rule each, so that a log of the firewall tells which was used. */
  private static List<Rule> byDestination(List<Draft> drafts, RuleName names) {
    List<Rule> rules = new ArrayList<>();
    for (Draft draft : drafts) {
      Draft.Key key = draft.key();
      List<String> destination = List.of(key.destination());
      String title = key.destination().equals("*") ? "any-address" : key.destination();
      if (key.kind() == Kind.ROUTE) {
        rules.add(
            Draft.rule(key, names.of(title, ""), destination, List.of(), List.of(), draft.needs()));
      }
      draft
          .byCarrier()
          .forEach(
              (carrier, wish) -> {
                String way = key.inbound() ? "-inbound-" : "-";
                String name = names.of(title + way + carrier.word(), "");
                rules.add(
                    Draft.rule(
                        key, name, destination, draft.names(wish.needs), wish.traffic, wish.needs));
              });
    }
    return rules;
  }

  private static List<String> texts(Set<Traffic> traffic) {
    return traffic.stream().map(Traffic::toString).toList();
  }

  private record Shared(String section, boolean required, Set<Traffic> traffic) {
    static Shared of(Draft draft) {
      return new Shared(
          Draft.section(draft.needs()), Draft.required(draft.needs()), draft.traffic());
    }

    String name() {
      return (section.isEmpty() ? "hosts" : section) + (required ? "" : "-recommended");
    }
  }
}
