// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import io.amlreach.agent.rules.Device;
import io.amlreach.agent.rules.Placement;
import io.amlreach.agent.rules.Rule;
import io.amlreach.agent.rules.Rule.Kind;
import io.amlreach.agent.rules.Rule.Naming;
import io.amlreach.agent.rules.RuleSet;
import io.amlreach.agent.rules.Traffic;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Bash script of Azure CLI commands. Options: the reference of {@code az network firewall policy}
 * (extension azure-firewall), {@code az network nsg rule} and {@code az network route-table route}.
 */
public final class AzWriter implements RulesWriter {
  private static final String POLICY = "az network firewall policy rule-collection-group ";
  private static final String SOURCES = "\"${source_addresses[@]}\"";

  private static final String CONTINUED = " \\\n  ";

  private final Device device;
  private final Placement placement;

  public AzWriter(Device device, Placement placement) {
    this.device = device;
    this.placement = placement;
  }

  @Override
  public void write(RuleSet rules, Writer out) throws IOException {
    StringBuilder script = new StringBuilder("#!/bin/bash\n");
    script.append(Comments.of(rules, device, "# ")).append("set -eu\n\n");
    switch (device) {
      case FIREWALL -> firewall(script, rules);
      case NSG -> securityGroup(script, rules);
      case UDR -> routes(script, rules);
    }
    out.write(script.toString());
  }

  private void firewall(StringBuilder script, RuleSet rules) {
    List<RuleCollection> collections = RuleCollection.of(rules, placement);
    if (collections.isEmpty()) {
      return;
    }
    from(script, "resource_group", "RESOURCE_GROUP", "the resource group of the firewall policy");
    from(script, "policy", "FIREWALL_POLICY", "the name of the firewall policy");
    sources(script);
    script.append(
        """

        # the first command of each collection makes it, the others add to it
        common=(--resource-group "$resource_group" --policy-name "$policy" --only-show-errors --output none)
        """);
    String group = placement.group();
    command(
        script,
        POLICY + "create",
        "\"${common[@]}\" --name " + group,
        "--priority " + placement.priority());
    for (RuleCollection collection : collections) {
      boolean first = true;
      for (Rule rule : collection.rules()) {
        String where = "\"${common[@]}\" --rule-collection-group-name " + group;
        if (first) {
          command(
              script,
              POLICY + "collection add-filter-collection",
              where + " --name " + collection.name(),
              "--collection-priority " + collection.priority() + " --action Allow",
              "--rule-name " + rule.name(),
              options(rule));
        } else {
          command(
              script,
              POLICY + "collection rule add",
              where + " --collection-name " + collection.name(),
              "--name " + rule.name(),
              options(rule));
        }
        first = false;
      }
    }
  }

  private static String options(Rule rule) {
    String common =
        "--description "
            + Shell.quote(Description.of(rule))
            + CONTINUED
            + "--source-addresses "
            + SOURCES;
    String names = Shell.quote(rule.destinations());
    if (rule.kind() == Kind.APPLICATION) {
      String protocols =
          rule.traffic().stream().map(AzWriter::protocol).collect(Collectors.joining(" "));
      return "--rule-type ApplicationRule --protocols "
          + protocols
          + CONTINUED
          + common
          + CONTINUED
          + "--target-fqdns "
          + names;
    }
    String destination =
        rule.naming() == Naming.FQDN ? "--destination-fqdns " : "--destination-addresses ";
    return "--rule-type NetworkRule --ip-protocols "
        + Azure.ipProtocol(rule)
        + CONTINUED
        + common
        + CONTINUED
        + destination
        + names
        + " --destination-ports "
        + Shell.quote(Azure.ports(rule));
  }

  private static String protocol(Traffic traffic) {
    return Azure.webProtocol(traffic) + "=" + traffic.first();
  }

  private void securityGroup(StringBuilder script, RuleSet rules) {
    if (rules.of(Kind.SECURITY_GROUP).isEmpty()) {
      return;
    }
    from(
        script,
        "resource_group",
        "RESOURCE_GROUP",
        "the resource group of the network security group");
    from(script, "nsg", "NSG", "the name of the network security group");
    sources(script);
    int[] used = new int[2]; // priorities are counted for each direction
    for (Rule rule : rules.of(Kind.SECURITY_GROUP)) {
      int priority = placement.priority(used[rule.inbound() ? 1 : 0]++);
      String outside = Shell.quote(rule.destinations());
      command(
          script,
          "az network nsg rule create",
          "--resource-group \"$resource_group\" --nsg-name \"$nsg\" --only-show-errors --output none",
          "--name " + rule.name() + " --priority " + priority + " --access Allow",
          "--direction "
              + (rule.inbound() ? "Inbound" : "Outbound")
              + " --protocol "
              + Shell.quote(Azure.securityProtocol(rule)),
          "--description " + Shell.quote(Description.of(rule)),
          "--source-address-prefixes "
              + (rule.inbound() ? outside : SOURCES)
              + " --source-port-ranges '*'",
          "--destination-address-prefixes " + (rule.inbound() ? SOURCES : outside),
          "--destination-port-ranges " + Shell.quote(Azure.ports(rule)));
    }
  }

  private static void routes(StringBuilder script, RuleSet rules) {
    if (rules.of(Kind.ROUTE).isEmpty()) {
      return;
    }
    from(script, "resource_group", "RESOURCE_GROUP", "the resource group of the route table");
    from(script, "table", "ROUTE_TABLE", "the name of the route table");
    for (Rule rule : rules.of(Kind.ROUTE)) {
      command(
          script,
          "az network route-table route create",
          "--resource-group \"$resource_group\" --route-table-name \"$table\" --only-show-errors --output none",
          "--name " + rule.name() + " --next-hop-type Internet",
          "--address-prefix " + Shell.quote(rule.destinations()));
    }
  }

  private static void from(StringBuilder script, String name, String variable, String what) {
    script.append(name).append("=${").append(variable).append(":?").append(what).append("}\n");
  }

  private void sources(StringBuilder script) {
    if (placement.sources().isEmpty()) {
      script.append(
          """
          # address prefixes of the subnets of compute and of the machines of users, separated by blanks
          read -ra source_addresses <<<"${SOURCE_ADDRESSES:?address prefixes of the subnets}"
          """);
    } else {
      script.append("source_addresses=(").append(Shell.quote(placement.sources())).append(")\n");
    }
  }

  private static void command(StringBuilder script, String... parts) {
    script.append('\n').append(String.join(CONTINUED, parts)).append('\n');
  }
}
