// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import io.amlreach.agent.report.Printable;
import io.amlreach.agent.rules.Device;
import io.amlreach.agent.rules.Rule;
import io.amlreach.agent.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the reader of a generated file should know before using it. */
final class Comments {
  private Comments() {}

  /**
   * Lines, each started and ended.
   *
   * @param start of a comment in the language of the file
   */
  static String of(RuleSet rules, Device device, String start) {
    return lines(rules, device).stream()
        .map(line -> start + Printable.of(line) + "\n")
        .collect(Collectors.joining());
  }

  static List<String> lines(RuleSet rules, Device device) {
    List<String> lines = new ArrayList<>();
    lines.add("Written by amlreach rules: " + rules.title() + ".");
    switch (device) {
      case FIREWALL -> {
        lines.add("Deploying the rule collection group replaces one of the same name.");
        if (ofNames(rules)) {
          lines.add("Host names in network rules need the DNS proxy of the firewall.");
        }
      }
      case NSG ->
          lines.add(
              "A network security group takes no host names: names without a service tag are for"
                  + " the firewall alone.");
      case UDR -> lines.add("Routes past the firewall, for answers to the control plane.");
    }
    if (none(rules, device)) {
      lines.add("There is nothing to allow here.");
    }
    if (!rules.leftOut().isEmpty()) {
      lines.add("Left out: " + rules.leftOut().size() + "; the formats csv and ticket tell why.");
    }
    return lines;
  }

  private static boolean ofNames(RuleSet rules) {
    return rules.of(Rule.Kind.NETWORK).stream().anyMatch(rule -> rule.naming() == Rule.Naming.FQDN);
  }

  private static boolean none(RuleSet rules, Device device) {
    return switch (device) {
      case FIREWALL ->
          rules.of(Rule.Kind.APPLICATION).isEmpty() && rules.of(Rule.Kind.NETWORK).isEmpty();
      case NSG -> rules.of(Rule.Kind.SECURITY_GROUP).isEmpty();
      case UDR -> rules.of(Rule.Kind.ROUTE).isEmpty();
    };
  }
}
