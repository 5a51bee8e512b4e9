// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import io.amlreach.agent.report.Printable;
import io.amlreach.agent.rules.Rule;
import io.amlreach.agent.rules.Rule.Kind;
import io.amlreach.agent.rules.Rule.Naming;
import io.amlreach.agent.rules.RuleSet;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;

/** Names or service tags alone, sorted, a line each: what the tools of other vendors import. */
public final class ListWriter implements RulesWriter {
  private final Function<Rule, List<String>> chosen;

  private ListWriter(Function<Rule, List<String>> chosen) {
    this.chosen = chosen;
  }

  /** The host patterns that a firewall must allow, those that a tag stands for too. */
  public static ListWriter ofPatterns() {
    return new ListWriter(
        rule ->
            rule.kind() == Kind.APPLICATION || rule.kind() == Kind.NETWORK
                ? rule.names()
                : List.of());
  }

  /** The service tags of all rules and routes. */
  public static ListWriter ofTags() {
    return new ListWriter(
        rule -> rule.naming() == Naming.SERVICE_TAG ? rule.destinations() : List.of());
  }

  @Override
  public void write(RuleSet rules, Writer out) throws IOException {
    List<String> lines =
        rules.rules().stream().map(chosen).flatMap(List::stream).distinct().sorted().toList();
    for (String line : lines) {
      out.write(Printable.of(line) + "\n");
    }
  }
}
