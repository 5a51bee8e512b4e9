// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab;

import io.amlreach.lab.demo.DemoWorld;
import io.amlreach.lab.dns.DnsError;
import io.amlreach.lab.dns.DnsServer;
import io.amlreach.lab.dns.Faults;
import io.amlreach.lab.dns.Zone;
import io.amlreach.lab.net.Blackhole;
import io.amlreach.lab.net.Connections;
import io.amlreach.lab.net.LabLoop;
import io.amlreach.lab.net.Reply;
import io.amlreach.lab.net.Script;
import io.amlreach.lab.net.UdpServer;
import io.amlreach.lab.pki.LabPki;
import io.amlreach.lab.scenario.LabScenario;
import io.amlreach.lab.scenario.Scenarios;
import io.amlreach.lab.scenario.Vantage;
import io.amlreach.lab.world.SimulatedNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The whole lab: a DNS server, everything that its names lead to, and the way there. Needs no
 * privilege and no network, and sends nothing out of this machine.
 */
public final class Lab implements AutoCloseable {
  /** The virtual address of Azure's resolver in every VNet. */
  private static final String AZURE_DNS = "168.63.129.16";

  private final LabPki pki = new LabPki();
  private final Connections connections = new Connections();
  private final LabLoop loop = LabLoop.start();
  // a thread of its own: a client must not take a busy server for a silent resolver
  private final LabLoop dnsLoop = LabLoop.start();
  private final Blackhole blackhole = Blackhole.open();
  private final SimulatedNetwork network =
      new SimulatedNetwork(loop, connections, blackhole.address());
  private final DnsServer resolver = DnsServer.start(dnsLoop, network.zone(), connections);
  private final DnsServer silent = resolver(Zone.always(Faults.silence()));
  private final DnsServer refusing = resolver(Zone.always(DnsError.REFUSED));
  private final DnsServer tampered = resolver(network.zone());
  private final DnsServer second = resolver(network.secondNames());
  private final DnsServer azure = resolver(network.azureNames());
  private final InetSocketAddress acceptsAll =
      network.serve(Script.afterFirstBytes(Reply.nothing().thenClose()));
  private final List<LabScenario> scenarios;
  private final DemoWorld demo;

  private Lab(boolean broken) {
    InetSocketAddress silentUdp = UdpServer.silent(loop).address();
    scenarios = Scenarios.build(network, pki, silentUdp);
    demo =
        broken
            ? DemoWorld.build(network, pki, silentUdp)
            : DemoWorld.healthy(network, pki, silentUdp);
  }

  public static Lab start() {
    return new Lab(true);
  }

  /** The same, with a demo around which nothing is broken. */
  public static Lab healthy() {
    return new Lab(false);
  }

  /** The resolver of the simulated network. */
  public InetSocketAddress dnsServer() {
    return resolver.address();
  }

  /** The resolvers that a client at this vantage point uses. */
  public List<InetSocketAddress> dnsServers(Vantage vantage) {
    return switch (vantage) {
      case USUAL,
          LOCAL_ANSWER,
          BEHIND_PROXY,
          PROXY_WITHOUT_CREDENTIALS,
          PROXY_WITH_CREDENTIALS,
          PROXY_GONE,
          PROXY_UNKNOWN,
          PROXY_GARBLED ->
          List.of(resolver.address());
      case SILENT_RESOLVER -> List.of(silent.address());
      case REFUSING_RESOLVER -> List.of(refusing.address());
      case TAMPERED_RESOLVER -> List.of(tampered.address());
      case TWO_RESOLVERS -> List.of(resolver.address(), second.address());
    };
  }

  /** Where a DNS server is on this machine: Azure's address is answered by the lab's own. */
  public InetSocketAddress nameServer(InetSocketAddress wanted) {
    return wanted.getAddress().getHostAddress().equals(AZURE_DNS) ? azure.address() : wanted;
  }

  /**
   * Where to connect to on this machine in order to reach an address and documented port of the
   * simulated network, over TCP or UDP. Never blocks; what nobody has is dropped.
   */
  public InetSocketAddress translate(InetSocketAddress wanted) {
    return network.translate(wanted);
  }

  /** The way to the simulated network from this vantage point. */
  public UnaryOperator<InetSocketAddress> route(Vantage vantage) {
    return vantage == Vantage.LOCAL_ANSWER ? this::translateOrAccept : this::translate;
  }

  private InetSocketAddress translateOrAccept(InetSocketAddress wanted) {
    InetSocketAddress place = translate(wanted);
    return place.equals(network.nowhere()) ? acceptsAll : place;
  }

  /** What the simulated public trusts. */
  public List<X509Certificate> publicRoots() {
    return pki.publicRoots();
  }

  /** What the store of the simulated machine trusts: the inspecting authority, too. */
  public List<X509Certificate> systemRoots() {
    return pki.systemRoots();
  }

  /** All TCP connections to all servers of the lab. */
  public Connections connections() {
    return connections;
  }

  /** Every fault that can be simulated, once, with what should be said of it. */
  public List<LabScenario> selftest() {
    return scenarios;
  }

  /** The workspace of the demo, and what is wrong around it. */
  public DemoWorld demo() {
    return demo;
  }

  /** Closes every socket at once. */
  @Override
  public void close() {
    dnsLoop.close();
    loop.close();
    try {
      blackhole.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a socket of the lab cannot be closed", e);
    }
  }

  private DnsServer resolver(Zone zone) {
    return DnsServer.start(dnsLoop, zone, connections);
  }
}
