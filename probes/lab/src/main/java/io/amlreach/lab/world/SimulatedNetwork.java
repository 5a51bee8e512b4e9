// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.world;

import io.amlreach.lab.dns.DnsAnswer;
import io.amlreach.lab.dns.DnsError;
import io.amlreach.lab.dns.Overlay;
import io.amlreach.lab.dns.Zone;
import io.amlreach.lab.net.Behaviour;
import io.amlreach.lab.net.Connections;
import io.amlreach.lab.net.LabLoop;
import io.amlreach.lab.net.StubbornServer;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names, addresses and what is behind them. Addresses look like those of the world (RFC 1918 and
 * the documentation ranges of RFC 5737) and stand for sockets on loopback; one that nobody has put
 * anything at drops whatever is sent to it.
 */
public final class SimulatedNetwork {
  private final LabLoop loop;
  private final Connections connections;
  private final InetSocketAddress nowhere;
  private final Map<String, DnsAnswer> names = new ConcurrentHashMap<>();
  private final Map<InetAddress, Place> places = new ConcurrentHashMap<>();
  private final Map<IpSubnetFilterRule, Place> subnets = new LinkedHashMap<>();
  private volatile Zone otherNames = Zone.always(DnsError.NAME_NOT_FOUND);
  private final Overlay azureNames = new Overlay(zone());
  private final Overlay secondNames = new Overlay(zone());

  /**
   * An empty network.
   *
   * @param nowhere a socket that answers no SYN
   */
  public SimulatedNetwork(LabLoop loop, Connections connections, InetSocketAddress nowhere) {
    this.loop = loop;
    this.connections = connections;
    this.nowhere = nowhere;
  }

  /** Starts a server that lives as long as the loop. */
  public InetSocketAddress serve(Behaviour behaviour) {
    return StubbornServer.start(loop, behaviour, connections).address();
  }

  /** A socket that answers no SYN. */
  public InetSocketAddress nowhere() {
    return nowhere;
  }

  public void name(String host, DnsAnswer answer) {
    names.put(host, answer);
  }

  /** Who answers for names that were not given one by one. */
  public void otherNames(Zone zone) {
    otherNames = zone;
  }

  public void place(InetAddress address, Place place) {
    places.put(address, place);
  }

  /** What is behind all addresses of a subnet that have no place of their own. */
  public void subnet(String network, int prefix, Place place) {
    subnets.put(new IpSubnetFilterRule(network, prefix, IpFilterRuleType.ACCEPT), place);
  }

  /** What Azure's own resolver knows; the names of this network unless told otherwise. */
  public Overlay azureNames() {
    return azureNames;
  }

  /** What a second resolver of the network knows; the same names unless told otherwise. */
  public Overlay secondNames() {
    return secondNames;
  }

  public Zone zone() {
    return name -> {
      DnsAnswer known = names.get(name);
      return known == null ? otherNames.answerFor(name) : known;
    };
  }

  /** Where to connect to in order to reach a simulated address. */
  public InetSocketAddress translate(InetSocketAddress wanted) {
    Place place = places.get(wanted.getAddress());
    if (place != null) {
      return place.at(wanted.getPort());
    }
    return subnets.entrySet().stream()
        .filter(subnet -> subnet.getKey().matches(wanted))
        .findFirst()
        .map(subnet -> subnet.getValue().at(wanted.getPort()))
        .orElse(nowhere);
  }
}
