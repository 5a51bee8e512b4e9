// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.scenario;

import io.amlreach.lab.pki.LabPki;
import io.amlreach.lab.world.Place;
import io.amlreach.lab.world.SimulatedNetwork;
import java.net.InetSocketAddress;
import java.util.List;

/** Every fault that the lab can simulate, once, and the healthy cases beside them. */
public final class Scenarios {
  private Scenarios() {}

  /** Builds them into the network, under {@code lab.example}. */
  public static List<LabScenario> build(
      SimulatedNetwork network, LabPki pki, InetSocketAddress silentUdp) {
    var book = new ScenarioBook(network, pki);
    new DnsScenarios(book).write();
    new PrivateScenarios(book).write();
    new TcpScenarios(book).write();
    new TlsScenarios(book, pki).write();
    new HttpScenarios(book).write();
    new OverlapScenarios(book, pki).write();
    new OtherScenarios(book, silentUdp).write();
    new ProxyScenarios(book, pki).write();
    // where the flood of addresses leads to
    network.subnet("198.18.0.0", 15, Place.anyPort(network.serve(book.healthyPage())));
    return book.scenarios();
  }
}
