// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules.format;

import io.amlreach.agent.rules.Rule;
import io.amlreach.agent.rules.Traffic;
import io.amlreach.agent.rules.Traffic.Carrier;
import java.util.List;

/** Words of Azure that templates, Terraform and the command line share. */
final class Azure {
  private Azure() {}

  /** Of an application rule. */
  static String webProtocol(Traffic traffic) {
    return traffic.carrier() == Carrier.HTTP ? "Http" : "Https";
  }

  /** Of a network rule. */
  static String ipProtocol(Rule rule) {
    return switch (carrier(rule)) {
      case UDP -> "UDP";
      case ANY -> "Any";
      case TCP, HTTP, HTTPS -> "TCP";
    };
  }

  /** Of a rule of a network security group. */
  static String securityProtocol(Rule rule) {
    return switch (carrier(rule)) {
      case UDP -> "Udp";
      case ANY -> "*";
      case TCP, HTTP, HTTPS -> "Tcp";
    };
  }

  static List<String> ports(Rule rule) {
    List<String> ports = rule.traffic().stream().map(Traffic::ports).toList();
    return ports.contains("*") ? List.of("*") : ports;
  }

  private static Carrier carrier(Rule rule) {
    return rule.traffic().get(0).carrier();
  }
}
