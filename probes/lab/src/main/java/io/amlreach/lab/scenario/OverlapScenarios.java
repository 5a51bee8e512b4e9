// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.scenario;

import io.amlreach.lab.dns.Records;
import io.amlreach.lab.http.FirewallReplies;
import io.amlreach.lab.http.Http;
import io.amlreach.lab.http.ServiceReplies;
import io.amlreach.lab.net.Behaviour;
import io.amlreach.lab.net.DeadEnds;
import io.amlreach.lab.net.Reply;
import io.amlreach.lab.net.Script;
import io.amlreach.lab.pki.CertificateKind;
import io.amlreach.lab.pki.LabPki;
import io.amlreach.lab.tls.Tls;

/** Several faults of one host at once, of which one has to be named. */
final class OverlapScenarios {
  private final ScenarioBook book;
  private final LabPki pki;

  OverlapScenarios(ScenarioBook book, LabPki pki) {
    this.book = book;
    this.pki = pki;
  }

  void write() {
    wrongAddresses();
    inspection();
    severalAddresses();
  }

  private void wrongAddresses() {
    book.page("public-and-inspected", "the private zone is not linked, and TLS is inspected")
        .servedBy(web(CertificateKind.INSPECTED, ServiceReplies.ok()))
        .expecting("private")
        .shows("private-endpoint", "public-address", "fail");
    book.page("public-and-cut", "the private zone is not linked, and the firewall cuts the name")
        .servedBy(Script.afterFirstBytes(Reply.nothing().thenClose()))
        .expecting("private")
        .shows("private-endpoint", "public-address", "fail");
    book.page("public-and-refused", "the same, and the service's own firewall refuses")
        .servedBy(web(CertificateKind.GOOD, ServiceReplies.storageRefusesNetwork()))
        .expecting("private")
        .shows("private-endpoint", "public-address", "fail");
  }

  private void inspection() {
    book.page("inspected-and-expired", "TLS is inspected with a certificate that ran out")
        .servedBy(web(CertificateKind.INSPECTED_AND_EXPIRED, ServiceReplies.ok()))
        .shows("tls", "expired-certificate", "fail");
    book.page("inspected-and-blocked", "TLS is inspected, and a page in it refuses the category")
        .servedBy(web(CertificateKind.INSPECTED, FirewallReplies.blockPage()))
        .shows("http", "block-page", "fail");
    book.page("inspected-and-denied", "TLS is inspected, and the firewall has no rule for the host")
        .servedBy(web(CertificateKind.INSPECTED, FirewallReplies.denied()))
        .shows("http", "firewall-denied", "fail");
    book.page("inspected-and-down", "TLS is inspected, and the service behind it is down")
        .servedBy(web(CertificateKind.INSPECTED, ServiceReplies.unavailable()))
        .shows("tls", "inspected", "warn");
  }

  private void severalAddresses() {
    book.page("one-dead-others-denied", "one of four addresses is dropped, the others answer 470")
        .asking("http", 80)
        .resolvesTo(Records.of(fourOf(Http.answering(FirewallReplies.denied()))))
        .shows("http", "firewall-denied", "fail");
    book.page("one-dead-others-cut", "one of four is dropped, the others are cut by name")
        .resolvesTo(Records.of(fourOf(Script.afterFirstBytes(Reply.nothing().thenReset()))))
        .shows("tls", "reset-after-client-hello", "fail");
    String refused = book.freshAddress("public");
    String[] three = {refused, book.freshAddress("public"), book.freshAddress("public")};
    book.lead(refused, DeadEnds.refusing());
    book.serve(three[1], web(CertificateKind.EXPIRED, ServiceReplies.ok()));
    book.page("all-differently", "one address refuses, one has an old certificate, one is dropped")
        .resolvesTo(Records.of(three))
        .shows("tls", "expired-certificate", "fail");
  }

  /** The first of them is nowhere. */
  private String[] fourOf(Behaviour behaviour) {
    String[] addresses = new String[4];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = book.freshAddress("public");
      if (i > 0) {
        book.serve(addresses[i], behaviour);
      }
    }
    return addresses;
  }

  private Behaviour web(CertificateKind kind, Reply reply) {
    return Tls.presenting(pki, kind).serving(Http.answering(reply));
  }
}
