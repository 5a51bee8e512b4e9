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

/**
 * Terraform, for the provider azurerm. Argument names: the provider's pages of
 * azurerm_firewall_policy_rule_collection_group, azurerm_network_security_rule and azurerm_route.
 */
public final class TerraformWriter implements RulesWriter {
  private static final String SOURCES = "var.source_addresses";

  private final Device device;
  private final Placement placement;

  public TerraformWriter(Device device, Placement placement) {
    this.device = device;
    this.placement = placement;
  }

  @Override
  public void write(RuleSet rules, Writer out) throws IOException {
    Hcl hcl = new Hcl().comment(Comments.of(rules, device, "# "));
    switch (device) {
      case FIREWALL -> firewall(hcl, rules);
      case NSG -> securityGroup(hcl, rules);
      case UDR -> routes(hcl, rules);
    }
    out.write(hcl.toString());
  }

  private void firewall(Hcl hcl, RuleSet rules) {
    if (RuleCollection.of(rules, placement).isEmpty()) {
      return;
    }
    variable(hcl, "firewall_policy_id", "Resource id of the Azure Firewall policy");
    sources(hcl);
    hcl.open("resource \"azurerm_firewall_policy_rule_collection_group\" \"azureml\"");
    hcl.putText("name", placement.group()).put("firewall_policy_id", "var.firewall_policy_id");
    hcl.put("priority", Integer.toString(placement.priority()));
    for (RuleCollection collection : RuleCollection.of(rules, placement)) {
      hcl.open(collection.ofNames() ? "application_rule_collection" : "network_rule_collection");
      hcl.putText("name", collection.name());
      hcl.put("priority", Integer.toString(collection.priority())).putText("action", "Allow");
      collection.rules().forEach(rule -> rule(hcl, rule));
      hcl.close();
    }
    hcl.close();
  }

  private static void rule(Hcl hcl, Rule rule) {
    hcl.open("rule").putText("name", rule.name()).putText("description", Description.of(rule));
    hcl.put("source_addresses", SOURCES);
    if (rule.kind() == Kind.APPLICATION) {
      hcl.putTexts("destination_fqdns", rule.destinations());
      for (Traffic traffic : rule.traffic()) {
        hcl.open("protocols").putText("type", Azure.webProtocol(traffic));
        hcl.put("port", Integer.toString(traffic.first())).close();
      }
    } else {
      boolean names = rule.naming() == Naming.FQDN;
      hcl.put("protocols", "[" + Hcl.text(Azure.ipProtocol(rule)) + "]");
      hcl.putTexts(names ? "destination_fqdns" : "destination_addresses", rule.destinations());
      hcl.putShort("destination_ports", Azure.ports(rule));
    }
    hcl.close();
  }

  private void securityGroup(Hcl hcl, RuleSet rules) {
    if (rules.of(Kind.SECURITY_GROUP).isEmpty()) {
      return;
    }
    variable(hcl, "resource_group_name", "Resource group of the network security group");
    variable(hcl, "network_security_group_name", "Name of the network security group");
    sources(hcl);
    int[] used = new int[2]; // priorities are counted for each direction
    for (Rule rule : rules.of(Kind.SECURITY_GROUP)) {
      int priority = placement.priority(used[rule.inbound() ? 1 : 0]++);
      resource(hcl, "azurerm_network_security_rule", rule);
      hcl.put("resource_group_name", "var.resource_group_name");
      hcl.put("network_security_group_name", "var.network_security_group_name");
      hcl.putText("description", Description.of(rule));
      hcl.put("priority", Integer.toString(priority));
      hcl.putText("direction", rule.inbound() ? "Inbound" : "Outbound").putText("access", "Allow");
      hcl.putText("protocol", Azure.securityProtocol(rule)).putText("source_port_range", "*");
      String outside = rule.destinations().get(0);
      if (rule.inbound()) {
        hcl.putText("source_address_prefix", outside);
        hcl.put("destination_address_prefixes", SOURCES);
      } else {
        hcl.put("source_address_prefixes", SOURCES);
        hcl.putText("destination_address_prefix", outside);
      }
      hcl.putShort("destination_port_ranges", Azure.ports(rule)).close();
    }
  }

  private static void routes(Hcl hcl, RuleSet rules) {
    if (rules.of(Kind.ROUTE).isEmpty()) {
      return;
    }
    variable(hcl, "resource_group_name", "Resource group of the route table");
    variable(hcl, "route_table_name", "Name of the route table");
    for (Rule rule : rules.of(Kind.ROUTE)) {
      resource(hcl, "azurerm_route", rule);
      hcl.put("resource_group_name", "var.resource_group_name");
      hcl.put("route_table_name", "var.route_table_name");
      hcl.putText("address_prefix", rule.destinations().get(0));
      hcl.putText("next_hop_type", "Internet").close();
    }
  }

  private static void resource(Hcl hcl, String type, Rule rule) {
    hcl.open("resource \"" + type + "\" \"azureml_" + rule.name().replace('-', '_') + "\"");
    hcl.putText("name", rule.name());
  }

  private static void variable(Hcl hcl, String name, String title) {
    hcl.open("variable \"" + name + "\"").put("type", "string");
    hcl.putText("description", title).close();
  }

  private void sources(Hcl hcl) {
    hcl.open("variable \"source_addresses\"").put("type", "list(string)");
    hcl.putText("description", Deployment.SOURCES_TITLE);
    if (!placement.sources().isEmpty()) {
      hcl.putShort("default", placement.sources());
    }
    hcl.close();
  }
}
