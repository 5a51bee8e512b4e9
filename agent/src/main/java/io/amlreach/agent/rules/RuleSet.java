// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules;

import java.util.List;

/**
 * The rules for everything that was asked for.
 *
 * @param title what they are for, in one line; may hold text from a file, not yet escaped
 * @param rules by kind, required ones first, then in the order of the catalog
 * @param leftOut what has no rule of any kind, in the order of the catalog
 * @param failures what a report said, in its order; empty when the rules are for everything
 */
public record RuleSet(
    String title, List<Rule> rules, List<LeftOut> leftOut, List<Failure> failures) {
  public RuleSet {
    rules = List.copyOf(rules);
    leftOut = List.copyOf(leftOut);
    failures = List.copyOf(failures);
  }

  /** Those of one kind. */
  public List<Rule> of(Rule.Kind kind) {
    return rules.stream().filter(rule -> rule.kind() == kind).toList();
  }

  /** Those of one kind that the documents require, or only recommend. */
  public List<Rule> of(Rule.Kind kind, boolean required) {
    return of(kind).stream().filter(rule -> rule.required() == required).toList();
  }
}
