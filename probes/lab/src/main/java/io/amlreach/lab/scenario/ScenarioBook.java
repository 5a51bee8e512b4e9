// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.scenario;

import io.amlreach.lab.dns.DnsAnswer;
import io.amlreach.lab.dns.Records;
import io.amlreach.lab.http.Http;
import io.amlreach.lab.http.ServiceReplies;
import io.amlreach.lab.net.Behaviour;
import io.amlreach.lab.pki.CertificateKind;
import io.amlreach.lab.pki.LabPki;
import io.amlreach.lab.tls.Tls;
import io.amlreach.lab.world.Place;
import io.amlreach.lab.world.SimulatedNetwork;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes scenarios down and builds what they tell of: a name, an address and a server for each. */
final class ScenarioBook {
  private final SimulatedNetwork network;
  // read by the servers while a certificate is made
  private final List<LabScenario> scenarios = new CopyOnWriteArrayList<>();
  private final Map<String, String> addressOf = new ConcurrentHashMap<>();
  private final Tls healthy;
  private int addresses;

  ScenarioBook(SimulatedNetwork network, LabPki pki) {
    this.network = network;
    this.healthy = Tls.presenting(pki, CertificateKind.GOOD).sharedBy(this::hosts);
  }

  /** TLS as it should be; one certificate for all scenarios, because making one takes time. */
  Tls healthyTls() {
    return healthy;
  }

  /** The server that most scenarios would like to reach. */
  Behaviour healthyPage() {
    return healthy.serving(Http.answering(ServiceReplies.ok()));
  }

  private List<String> hosts() {
    return scenarios.stream().map(LabScenario::host).toList();
  }

  List<LabScenario> scenarios() {
    return List.copyOf(scenarios);
  }

  /** Begins a scenario: HTTPS to a name of its own, which has one public address. */
  Entry page(String name, String broken) {
    return new Entry(name, broken);
  }

  /** An address that no other scenario uses: of a documentation range, or of 10.9.0.0/16. */
  String freshAddress(String scope) {
    addresses++;
    return scope.equals("private") ? "10.9.0." + addresses : "198.51.100." + addresses;
  }

  /** Puts a server at an address. */
  void serve(String address, Behaviour behaviour) {
    network.place(ip(address), Place.anyPort(network.serve(behaviour)));
  }

  /** Makes an address lead to a socket. */
  void lead(String address, InetSocketAddress socket) {
    network.place(ip(address), Place.anyPort(socket));
  }

  /** A host that is no scenario, at a private address. */
  void host(String name, Behaviour behaviour) {
    host(name, network.serve(behaviour));
  }

  /** The same with this socket behind it. */
  void host(String name, InetSocketAddress socket) {
    String address = freshAddress("private");
    lead(address, socket);
    network.name(name, Records.of(address));
  }

  /** Where the host of a scenario is for who resolves it right, whatever DNS says. */
  InetSocketAddress socketOf(String host, int port) {
    String address = addressOf.get(host);
    return address == null
        ? network.nowhere()
        : network.translate(new InetSocketAddress(ip(address), port));
  }

  private static InetAddress ip(String address) {
    try {
      return InetAddress.getByAddress(NetUtil.createByteArrayFromIpAddressString(address));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address: " + address, e);
    }
  }

  /** A scenario in the making; {@link #shows} ends it. */
  final class Entry {
    private final String name;
    private final String broken;
    private final String host;
    private String protocol = "https";
    private int port = 443;
    private String expectedAddress = "any";
    private String endpoint = "";
    private String truth = "";
    private Vantage vantage = Vantage.USUAL;
    private final String address;

    private Entry(String name, String broken) {
      this.name = name;
      this.broken = broken;
      this.host = name + ".lab.example";
      this.address = freshAddress("public");
      addressOf.put(host, address);
      network.name(host, Records.of(address));
    }

    Entry asking(String otherProtocol, int otherPort) {
      protocol = otherProtocol;
      port = otherPort;
      return this;
    }

    Entry expecting(String scope) {
      expectedAddress = scope;
      return this;
    }

    /** A private address is expected, and all resolvers together come to this. */
    Entry privately(String word) {
      truth = word;
      return expecting("private");
    }

    /** The address that the private endpoint really has. */
    Entry withEndpoint(String ip) {
      endpoint = ip;
      return this;
    }

    /** What Azure's own resolver says instead. */
    Entry atAzure(DnsAnswer answer) {
      network.azureNames().name(host, answer);
      return this;
    }

    /** What the second of two resolvers says instead. */
    Entry atSecond(DnsAnswer answer) {
      network.secondNames().name(host, answer);
      return this;
    }

    Entry from(Vantage other) {
      vantage = other;
      return this;
    }

    /** What the name resolves to instead. */
    Entry resolvesTo(DnsAnswer answer) {
      network.name(host, answer);
      return this;
    }

    Entry servedBy(Behaviour behaviour) {
      serve(address, behaviour);
      return this;
    }

    Entry leadsTo(InetSocketAddress socket) {
      lead(address, socket);
      return this;
    }

    void shows(String stage, String cause, String level) {
      scenarios.add(
          new LabScenario(
              name,
              broken,
              host,
              port,
              protocol,
              expectedAddress,
              endpoint,
              truth,
              vantage,
              stage,
              cause,
              level));
    }

    /** Nothing is wrong: the last stage is told as passed. */
    void passes(String stage) {
      shows(stage, "ok", "pass");
    }
  }
}
