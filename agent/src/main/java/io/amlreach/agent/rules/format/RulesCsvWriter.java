// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import io.amlreach.agent.report.Csv;
import io.amlreach.agent.rules.LeftOut;
import io.amlreach.agent.rules.Placement;
import io.amlreach.agent.rules.Rule;
import io.amlreach.agent.rules.Rule.Kind;
import io.amlreach.agent.rules.Rule.Naming;
import io.amlreach.agent.rules.RuleSet;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One line for each destination of each rule, and one for each need without a rule; several values
 * in one field are separated by blanks.
 */
public final class RulesCsvWriter implements RulesWriter {
  private final Placement placement;

  public RulesCsvWriter(Placement placement) {
    this.placement = placement;
  }

  @Override
  public void write(RuleSet rules, Writer out) throws IOException {
    Csv.line(
        out,
        List.of(
            "kind",
            "rule",
            "direction",
            "source",
            "destinationType",
            "destination",
            "names",
            "traffic",
            "required",
            "features",
            "purpose",
            "documents",
            "needs",
            "note"));
    for (Rule rule : rules.rules()) {
      for (String destination : rule.destinations()) {
        Csv.line(out, values(rule, destination));
      }
    }
    for (LeftOut left : rules.leftOut()) {
      Csv.line(
          out,
          List.of(
              "left-out",
              "",
              "",
              "",
              "",
              left.pattern(),
              "",
              "",
              "",
              "",
              "",
              "",
              left.need(),
              left.reason()));
    }
  }

  private List<String> values(Rule rule, String outside) {
    String subnets = String.join(" ", placement.sources());
    boolean route = rule.kind() == Kind.ROUTE;
    return List.of(
        rule.kind().word(),
        rule.name(),
        rule.inbound() ? "inbound" : "outbound",
        rule.inbound() ? outside : route ? "" : subnets,
        rule.inbound() ? "address" : rule.naming().word(),
        rule.inbound() ? subnets : outside,
        rule.naming() == Naming.FQDN ? outside : String.join(" ", rule.names()),
        rule.traffic().stream().map(Objects::toString).collect(Collectors.joining(" ")),
        Boolean.toString(rule.required()),
        String.join(" ", rule.features()),
        String.join("; ", rule.purposes()),
        String.join(", ", rule.documents()),
        String.join(" ", rule.needs()),
        route ? "next hop Internet" : String.join("; ", rule.notes()));
  }
}
