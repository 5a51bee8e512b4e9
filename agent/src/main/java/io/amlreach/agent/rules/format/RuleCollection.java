// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import io.amlreach.agent.rules.Placement;
import io.amlreach.agent.rules.Rule;
import io.amlreach.agent.rules.Rule.Kind;
import io.amlreach.agent.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;

/**
 * The rule collections of an Azure Firewall policy: rules of one sort that somebody may want to
 * take or leave together.
 *
 * @param name unique within the group
 * @param rules never empty
 */
record RuleCollection(String name, int priority, List<Rule> rules) {
  /** Network rules come first, as the firewall asks them first whatever the priority. */
  static List<RuleCollection> of(RuleSet rules, Placement placement) {
    List<RuleCollection> collections = new ArrayList<>();
    for (Kind kind : List.of(Kind.NETWORK, Kind.APPLICATION)) {
      for (boolean required : List.of(true, false)) {
        List<Rule> chosen = rules.of(kind, required);
        if (!chosen.isEmpty()) {
          String name = kind.word() + (required ? "-required" : "-recommended");
          int priority = placement.priority(collections.size());
          collections.add(new RuleCollection(name, priority, chosen));
        }
      }
    }
    return collections;
  }

  boolean ofNames() {
    return rules.get(0).kind() == Kind.APPLICATION;
  }
}
