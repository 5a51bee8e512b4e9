// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import io.amlreach.agent.report.Paragraph;
import io.amlreach.agent.report.Printable;
import io.amlreach.agent.rules.Failure;
import io.amlreach.agent.rules.LeftOut;
import io.amlreach.agent.rules.Placement;
import io.amlreach.agent.rules.Rule;
import io.amlreach.agent.rules.Rule.Kind;
import io.amlreach.agent.rules.RuleSet;
import io.amlreach.agent.verdict.Team;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Text for a ticket: to each team what to do, why, on what evidence, and how to verify it. */
public final class TicketWriter implements RulesWriter {
  private static final int FEW = 3;

  private final Placement placement;

  public TicketWriter(Placement placement) {
    this.placement = placement;
  }

  @Override
  public void write(RuleSet rules, Writer out) throws IOException {
    out.write(Paragraph.of("", "amlreach rules: " + Printable.of(rules.title())));
    if (rules.rules().isEmpty() && rules.failures().isEmpty()) {
      out.write("\nNothing to do.\n");
    }
    for (Team team : Team.values()) {
      List<Failure> failures =
          rules.failures().stream().filter(failure -> failure.team() == team).toList();
      boolean ruling = team == Team.FIREWALL && !rules.rules().isEmpty();
      if (!failures.isEmpty() || ruling) {
        heading(out, title(team));
        Evidence.write(failures, out);
      }
      if (ruling) {
        out.write(failures.isEmpty() ? "" : "\n");
        rules(rules, out);
      }
    }
    leftOut(rules, out);
  }

  private void rules(RuleSet rules, Writer out) throws IOException {
    String subnets =
        placement.sources().isEmpty()
            ? "the subnets of compute and of the machines of users"
            : String.join(", ", placement.sources());
    out.write(
        Paragraph.of(
            "What    ", "Allow the following from " + subnets + ". Each line is one rule."));
    part(rules, Kind.NETWORK, "Firewall, network rules (by service tag or address)", out);
    part(rules, Kind.APPLICATION, "Firewall, application rules (by host name)", out);
    part(rules, Kind.SECURITY_GROUP, "Network security group of the subnets", out);
    part(rules, Kind.ROUTE, "Route table of the subnets, next hop Internet", out);
    verification(rules, out);
  }

  private static void part(RuleSet rules, Kind kind, String title, Writer out) throws IOException {
    for (boolean required : List.of(true, false)) {
      List<Rule> chosen = rules.of(kind, required);
      if (!chosen.isEmpty()) {
        out.write("\n" + title + (required ? "\n" : ", recommended\n"));
      }
      for (Rule rule : chosen) {
        rule(rule, out);
      }
    }
  }

  private static void rule(Rule rule, Writer out) throws IOException {
    String traffic =
        rule.traffic().stream().map(Objects::toString).collect(Collectors.joining(" "));
    String from = rule.inbound() ? "from " : "";
    out.write(Paragraph.of("  - ", rule.name() + "  " + traffic));
    out.write(Paragraph.of("      ", from + Printable.of(String.join("  ", rule.destinations()))));
    if (!rule.names().equals(rule.destinations()) && !rule.names().isEmpty()) {
      out.write(Paragraph.of("      for ", Printable.of(String.join("  ", rule.names()))));
    }
    out.write(Paragraph.of("      why ", Printable.of(why(rule))));
    if (rule.kind() != Kind.SECURITY_GROUP) { // their notes stand beside the firewall's rules
      for (String note : rule.notes()) {
        out.write(Paragraph.of("      note  ", Printable.of(note)));
      }
    }
  }

  private static String why(Rule rule) {
    String features = rule.features().isEmpty() ? "" : " [" + some(rule.features(), ", ") + "]";
    String documents = rule.documents().isEmpty() ? "" : " (" + some(rule.documents(), ", ") + ")";
    return (some(rule.purposes(), "; ") + features + documents).strip();
  }

  /** The first few: the format csv has all of them. */
  private static String some(List<String> all, String between) {
    String first = all.stream().limit(FEW).collect(Collectors.joining(between));
    return all.size() <= FEW ? first : first + between + (all.size() - FEW) + " more";
  }

  private static void verification(RuleSet rules, Writer out) throws IOException {
    List<String> names =
        rules.rules().stream().map(Rule::names).flatMap(List::stream).distinct().toList();
    if (!names.isEmpty()) {
      out.write(
          Paragraph.of(
              "\nVerify  ",
              "from a machine in these subnets, with the same settings, for each name above:"));
      out.write(
          "        amlreach --check --only " + Shell.quote(Printable.of(names.get(0))) + "\n");
    }
  }

  private static void leftOut(RuleSet rules, Writer out) throws IOException {
    if (rules.leftOut().isEmpty()) {
      return;
    }
    heading(out, "Left out: no rule was written for these");
    Map<String, List<LeftOut>> reasons =
        rules.leftOut().stream()
            .collect(
                Collectors.groupingBy(LeftOut::reason, LinkedHashMap::new, Collectors.toList()));
    for (Map.Entry<String, List<LeftOut>> reason : reasons.entrySet()) {
      out.write(Paragraph.of("  - ", Printable.of(reason.getKey())));
      String patterns =
          reason.getValue().stream()
              .map(LeftOut::pattern)
              .distinct()
              .collect(Collectors.joining(",  "));
      out.write(Paragraph.of("      ", Printable.of(patterns)));
    }
  }

  private static void heading(Writer out, String title) throws IOException {
    out.write("\n== " + title + "\n");
  }

  private static String title(Team team) {
    return switch (team) {
      case DNS -> "DNS team";
      case FIREWALL -> "Firewall and network team";
      case PROXY -> "Proxy team";
      case PKI -> "PKI team";
      case RESOURCE -> "Owner of the Azure resource";
      case HOST -> "Owner of the machine that ran the check";
      case NOBODY -> "No particular team";
    };
  }
}
