// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.rules;

import io.amlreach.agent.rules.Rule.Kind;
import io.amlreach.agent.rules.Rule.Naming;
import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.catalog.CatalogEntry.PortUse;
import io.amlreach.config.catalog.CatalogEntry.Transport;
import io.amlreach.config.catalog.HostPattern;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.dns.Literals;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Drafts for what leaves the subnet. */
final class Outbound {
  static final String NO_REGION =
      "the service tag needs the region: set workspaces[].region or --region";

  private static final String VIRTUAL_NETWORK = "VirtualNetwork";
  private static final int HIGHEST = 65535;

  private final Drafts drafts;
  private final List<LeftOut> leftOut;
  private final Regions regions;
  private final NeededPorts neededPorts;

  Outbound(Drafts drafts, List<LeftOut> leftOut, Regions regions, NeededPorts neededPorts) {
    this.drafts = drafts;
    this.leftOut = leftOut;
    this.regions = regions;
    this.neededPorts = neededPorts;
  }

  /** A row that names hosts. */
  void host(Need need) {
    String name = name(need);
    if (need.expected() == AddressScope.PRIVATE) {
      inside(need);
      if (name.equals(need.host())) {
        return; // an own name, which nobody but the private endpoint answers
      }
    }
    List<PortUse> ports = neededPorts.of(need);
    if (ports.isEmpty()) {
      leave(need, "no port is documented");
    }
    for (PortUse port : ports) {
      if (!everything(port)) {
        host(need, name, tag(need), port);
      }
    }
  }

  /** A row that names a service tag. */
  void tag(Need need, CatalogEntry entry) {
    String tag = regions.fill(tagOf(entry), need.workspace());
    List<PortUse> ports = neededPorts.of(need);
    if (tag.indexOf('<') >= 0) {
      leave(need, NO_REGION);
    } else if (ports.isEmpty()) {
      leave(need, "no port is documented" + (entry.note() == null ? "" : "; " + entry.note()));
    }
    for (PortUse port : ports) {
      if (tag.equals(VIRTUAL_NETWORK)) {
        draft(Kind.SECURITY_GROUP, Naming.SERVICE_TAG, tag)
            .add(need, NeededPorts.network(port), "");
      } else if (tag.indexOf('<') < 0) {
        tagged(need, tag, "", port);
      }
    }
    if (need.expected() == AddressScope.PRIVATE) {
      inside(need); // a tag has no private endpoints
    }
  }

  /** What a private endpoint answers: never through a firewall's rules for the internet. */
  void inside(Need need) {
    Draft draft = draft(Kind.SECURITY_GROUP, Naming.SERVICE_TAG, VIRTUAL_NETWORK);
    String host = need.host() == null ? "" : need.host();
    neededPorts.of(need).forEach(port -> draft.add(need, NeededPorts.network(port), host));
  }

  private void host(Need need, String name, @Nullable String tag, PortUse port) {
    String filled = tag == null || tag.indexOf('<') >= 0 ? null : tag;
    boolean byName =
        NeededPorts.readable(port)
            && FirewallName.valid(name)
            && !(port.transport() == Transport.ANY && tag != null);
    if (name.equals("*") || Literals.parse(name).isPresent()) {
      draft(Kind.NETWORK, Naming.ADDRESS, name).add(need, NeededPorts.network(port), "");
      draft(Kind.SECURITY_GROUP, Naming.ADDRESS, name).add(need, NeededPorts.network(port), "");
    } else if (byName) {
      draft(Kind.APPLICATION, Naming.FQDN, name).add(need, NeededPorts.web(port), name);
      if (filled != null) {
        draft(Kind.SECURITY_GROUP, Naming.SERVICE_TAG, filled)
            .add(need, NeededPorts.network(port), name);
      }
    } else if (filled != null) {
      tagged(need, filled, FirewallName.valid(name) ? name : "", port);
    } else if (FirewallName.valid(name) && !FirewallName.wildcard(name)) {
      draft(Kind.NETWORK, Naming.FQDN, name).add(need, NeededPorts.network(port), name);
    } else {
      leave(need, whyNot(need, name, tag, port));
    }
  }

  private void tagged(Need need, String tag, String name, PortUse port) {
    Traffic traffic = NeededPorts.network(port);
    draft(Kind.NETWORK, Naming.SERVICE_TAG, tag).add(need, traffic, name);
    draft(Kind.SECURITY_GROUP, Naming.SERVICE_TAG, tag).add(need, traffic, name);
  }

  private static String whyNot(Need need, String name, @Nullable String tag, PortUse port) {
    if (!need.reason().isEmpty()) {
      return need.reason();
    }
    if (tag != null) {
      return NO_REGION;
    }
    return FirewallName.valid(name)
        ? "a network rule takes no wildcard, and no service tag covers it on "
            + NeededPorts.network(port)
        : "not a name that a rule takes";
  }

  /** The name as a rule takes it, as far as that can be made. */
  private String name(Need need) {
    String part = HostPattern.hostPart(need.pattern());
    String host = need.host();
    if (part.indexOf('*') < 0 && part.indexOf('<') >= 0 && host != null) {
      return host;
    }
    String filled = regions.fill(part, need.workspace()).toLowerCase(Locale.ROOT);
    boolean usable = filled.equals("*") || FirewallName.valid(filled);
    return usable || host == null || part.indexOf('*') >= 0 ? filled : host;
  }

  private @Nullable String tag(Need need) {
    CatalogEntry entry = need.entry();
    return entry == null || entry.serviceTag() == null
        ? null
        : regions.fill(entry.serviceTag(), need.workspace());
  }

  private static String tagOf(CatalogEntry entry) {
    return entry.serviceTag() == null ? entry.pattern() : entry.serviceTag();
  }

  /** The page of 2020 asks for all protocols and ports of a host, which no rule for names has. */
  private static boolean everything(PortUse port) {
    return port.transport() == Transport.ANY && port.port() <= 1 && port.last() == HIGHEST;
  }

  private Draft draft(Kind kind, Naming naming, String destination) {
    return drafts.of(new Draft.Key(kind, false, naming, destination));
  }

  private void leave(Need need, String reason) {
    leftOut.add(new LeftOut(need.id(), need.pattern(), reason));
  }
}
