// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules;

import io.amlreach.agent.rules.Traffic.Carrier;
import io.amlreach.config.catalog.Applicability;
import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.catalog.CatalogEntry.PortUse;
import io.amlreach.config.catalog.CatalogEntry.Transport;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Target;
import java.util.List;
import java.util.Map;

/** The ports that a need is about: the one that is tried, or else all that its row has. */
final class NeededPorts {
  private final Map<String, Applicability> ofWorkspaces;

  NeededPorts(Map<String, Applicability> ofWorkspaces) {
    this.ofWorkspaces = ofWorkspaces;
  }

  List<PortUse> of(Need need) {
    CatalogEntry entry = need.entry();
    Target target = need.target();
    if (target != null) {
      PortUse tried = new PortUse(target.port(), target.protocol(), true);
      return List.of(
          entry == null
              ? tried
              : entry.ports().stream()
                  .filter(port -> !port.range() && port.port() == target.port())
                  .findFirst()
                  .orElse(tried));
    }
    if (entry == null) {
      return List.of();
    }
    Applicability applicable = ofWorkspaces.get(need.workspace());
    return entry.ports().stream()
        .filter(port -> applicable == null || applicable.against(port).isEmpty())
        .toList();
  }

  /** As a rule for host names has it. */
  static Traffic web(PortUse port) {
    Carrier carrier = port.protocol() == Protocol.HTTP ? Carrier.HTTP : Carrier.HTTPS;
    return new Traffic(carrier, port.port(), port.last());
  }

  /** As a rule for addresses has it. */
  static Traffic network(PortUse port) {
    Carrier carrier =
        port.transport() == Transport.ANY
            ? Carrier.ANY
            : port.transport() == Transport.UDP ? Carrier.UDP : Carrier.TCP;
    return new Traffic(carrier, port.port(), port.last());
  }

  /** Whether a firewall can read a name in it: HTTP or TLS, and nothing but TCP. */
  static boolean readable(PortUse port) {
    return !port.range()
        && switch (port.protocol()) {
          case HTTPS, TLS, HTTP -> true;
          case SMB, TCP, UDP -> false;
        };
  }
}
