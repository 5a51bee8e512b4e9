// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.scenario;

import io.amlreach.lab.http.Http;
import io.amlreach.lab.http.ServiceReplies;
import io.amlreach.lab.pki.CertificateKind;
import io.amlreach.lab.pki.LabPki;
import io.amlreach.lab.tls.Tls;
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
    var book = new ScenarioBook(network);
    new DnsScenarios(book, pki).write();
    new TcpScenarios(book, pki).write();
    new TlsScenarios(book, pki).write();
    new HttpScenarios(book, pki).write();
    new OtherScenarios(book, silentUdp).write();
    var healthy =
        Tls.presenting(pki, CertificateKind.GOOD).serving(Http.answering(ServiceReplies.ok()));
    // where the flood of addresses leads to
    network.subnet("198.18.0.0", 15, Place.anyPort(network.serve(healthy)));
    return book.scenarios();
  }
}
