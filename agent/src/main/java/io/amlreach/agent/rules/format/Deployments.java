// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import io.amlreach.agent.rules.Device;
import io.amlreach.agent.rules.Placement;
import io.amlreach.agent.rules.Rule;
import io.amlreach.agent.rules.Rule.Kind;
import io.amlreach.agent.rules.Rule.Naming;
import io.amlreach.agent.rules.RuleSet;
import io.amlreach.agent.rules.Traffic;
import io.amlreach.agent.rules.format.Deployment.Child;
import io.amlreach.agent.rules.format.Node.Field;
import io.amlreach.agent.rules.format.Node.Fields;
import io.amlreach.agent.rules.format.Node.Items;
import io.amlreach.agent.rules.format.Node.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules as the resources that Azure knows. Property names and values: the template reference of
 * Microsoft.Network, version {@link Deployment#API_VERSION}.
 */
final class Deployments {
  private Deployments() {}

  static Deployment of(RuleSet rules, Device device, Placement placement) {
    return switch (device) {
      case FIREWALL -> firewall(rules, placement);
      case NSG -> securityGroup(rules, placement);
      case UDR -> routes(rules);
    };
  }

  private static Deployment firewall(RuleSet rules, Placement placement) {
    List<Node> collections = new ArrayList<>();
    for (RuleCollection collection : RuleCollection.of(rules, placement)) {
      collections.add(
          Fields.of(
              new Field("ruleCollectionType", "FirewallPolicyFilterRuleCollection"),
              new Field("name", collection.name()),
              new Field("priority", collection.priority()),
              new Field("action", Fields.of(new Field("type", "Allow"))),
              new Field(
                  "rules", new Items(collection.rules().stream().map(r -> rule(r)).toList()))));
    }
    Fields properties =
        Fields.of(
            new Field("priority", placement.priority()),
            new Field("ruleCollections", new Items(collections)));
    List<Child> group =
        collections.isEmpty() ? List.of() : List.of(new Child(placement.group(), properties));
    return new Deployment(
        "Microsoft.Network/firewallPolicies",
        "firewallPolicyName",
        "Name of the Azure Firewall policy",
        "ruleCollectionGroups",
        true,
        placement.sources(),
        group);
  }

  private static Node rule(Rule rule) {
    return rule.kind() == Kind.APPLICATION
        ? Fields.of(
            new Field("ruleType", "ApplicationRule"),
            new Field("name", rule.name()),
            new Field("description", Description.of(rule)),
            Deployment.subnets("sourceAddresses"),
            new Field(
                "protocols", new Items(rule.traffic().stream().map(t -> protocol(t)).toList())),
            new Field("targetFqdns", Items.texts(rule.destinations())))
        : Fields.of(
            new Field("ruleType", "NetworkRule"),
            new Field("name", rule.name()),
            new Field("description", Description.of(rule)),
            Deployment.subnets("sourceAddresses"),
            new Field("ipProtocols", Items.texts(List.of(Azure.ipProtocol(rule)))),
            new Field(
                rule.naming() == Naming.FQDN ? "destinationFqdns" : "destinationAddresses",
                Items.texts(rule.destinations())),
            new Field("destinationPorts", Items.texts(Azure.ports(rule))));
  }

  private static Node protocol(Traffic traffic) {
    return Fields.of(
        new Field("protocolType", Azure.webProtocol(traffic)), new Field("port", traffic.first()));
  }

  private static Deployment securityGroup(RuleSet rules, Placement placement) {
    List<Child> children = new ArrayList<>();
    int[] used = new int[2]; // priorities are counted for each direction
    for (Rule rule : rules.of(Kind.SECURITY_GROUP)) {
      int priority = placement.priority(used[rule.inbound() ? 1 : 0]++);
      children.add(new Child(rule.name(), securityRule(rule, priority)));
    }
    return new Deployment(
        "Microsoft.Network/networkSecurityGroups",
        "networkSecurityGroupName",
        "Name of the network security group",
        "securityRules",
        true,
        placement.sources(),
        children);
  }

  private static Fields securityRule(Rule rule, int priority) {
    Field outside =
        new Field(
            rule.inbound() ? "sourceAddressPrefix" : "destinationAddressPrefix",
            new Text(rule.destinations().get(0)));
    Field subnets =
        Deployment.subnets(rule.inbound() ? "destinationAddressPrefixes" : "sourceAddressPrefixes");
    return Fields.of(
        new Field("description", Description.of(rule)),
        new Field("priority", priority),
        new Field("direction", rule.inbound() ? "Inbound" : "Outbound"),
        new Field("access", "Allow"),
        new Field("protocol", Azure.securityProtocol(rule)),
        rule.inbound() ? outside : subnets,
        new Field("sourcePortRange", "*"),
        rule.inbound() ? subnets : outside,
        new Field("destinationPortRanges", Items.texts(Azure.ports(rule))));
  }

  private static Deployment routes(RuleSet rules) {
    List<Child> children =
        rules.of(Kind.ROUTE).stream()
            .map(
                rule ->
                    new Child(
                        rule.name(),
                        Fields.of(
                            new Field("addressPrefix", rule.destinations().get(0)),
                            new Field("nextHopType", "Internet"))))
            .toList();
    return new Deployment(
        "Microsoft.Network/routeTables",
        "routeTableName",
        "Name of the route table",
        "routes",
        false,
        List.of(),
        children);
  }
}
