// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.scenario;

import static io.amlreach.lab.pki.CertificateKind.*;

import io.amlreach.lab.http.Http;
import io.amlreach.lab.http.ServiceReplies;
import io.amlreach.lab.net.Behaviour;
import io.amlreach.lab.net.Reply;
import io.amlreach.lab.net.Script;
import io.amlreach.lab.pki.CertificateKind;
import io.amlreach.lab.pki.LabPki;
import io.amlreach.lab.tls.BySni;
import io.amlreach.lab.tls.Tls;
import io.amlreach.lab.tls.TlsAlerts;
import java.util.Locale;

/** Handshakes: certificates, versions, and middleboxes that read the server name. */
final class TlsScenarios {
  private static final byte[] GARBAGE = {0x16, 3, 3, 0, 8, 2, 0, 0, 4, 0x77, 0x77, 0x77, 0x77};

  private final ScenarioBook book;
  private final LabPki pki;

  TlsScenarios(ScenarioBook book, LabPki pki) {
    this.book = book;
    this.pki = pki;
  }

  void write() {
    certificates();
    versions();
    middleboxes();
    notTls();
  }

  private void certificates() {
    certificate(EXPIRED, "the certificate ran out a month ago")
        .shows("tls", "expired-certificate", "fail");
    certificate(NOT_YET_VALID, "the certificate begins next month, or this clock is slow")
        .shows("tls", "not-yet-valid-certificate", "fail");
    certificate(WRONG_NAME, "the certificate is for another host")
        .shows("tls", "wrong-name-in-certificate", "fail");
    certificate(SELF_SIGNED, "the server signed its certificate itself")
        .shows("tls", "self-signed-certificate", "fail");
    certificate(LEAF_ONLY, "the server does not send the intermediate certificate")
        .shows("tls", "incomplete-chain", "fail");
    certificate(INSPECTED, "TLS inspection, whose root this machine trusts")
        .shows("tls", "inspected", "warn");
    certificate(AZURE_FIREWALL, "TLS inspection of Azure Firewall, whose root is nowhere known")
        .shows("tls", "inspected", "fail");
    certificate(UNTRUSTED, "an authority that nobody trusts vouches for a public name")
        .shows("tls", "inspected", "fail");
    certificate(HUGE_CHAIN, "the server sends more than 100 KiB of certificates")
        .shows("tls", "untrusted-certificate", "fail");
    certificate(HOSTILE_SUBJECT, "nothing, but the certificate's subject holds terminal escapes")
        .passes("http");
  }

  private ScenarioBook.Entry certificate(CertificateKind kind, String broken) {
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return book.page("certificate-" + name, broken).servedBy(web(Tls.presenting(pki, kind)));
  }

  private void versions() {
    Tls good = book.healthyTls();
    book.page("tls-1-2-only", "nothing, but the server knows nothing newer than TLS 1.2")
        .servedBy(web(good.only("TLSv1.2")))
        .passes("http");
    book.page("tls-1-3-only", "nothing, but the server knows nothing older than TLS 1.3")
        .servedBy(web(good.only("TLSv1.3")))
        .passes("http");
    book.page("tls-handshake-only", "nothing; the target asks for a handshake and no more")
        .asking("tls", 8443)
        .servedBy(good)
        .passes("tls");
    book.page("old-tls", "the server knows TLS 1.0 at most")
        .servedBy(TlsAlerts.PROTOCOL_VERSION)
        .shows("tls", "protocol-version", "fail");
    book.page("no-common-cipher", "the server ends the handshake with an alert")
        .servedBy(TlsAlerts.HANDSHAKE_FAILURE)
        .shows("tls", "tls-alert", "fail");
    book.page("client-certificate", "the server wants to see a client certificate (TLS 1.3)")
        .servedBy(web(good.demandingClientCertificate().only("TLSv1.3")))
        .shows("tls", "client-certificate-required", "warn");
    book.page("client-certificate-1-2", "the server wants to see a client certificate (TLS 1.2)")
        .servedBy(web(good.demandingClientCertificate().only("TLSv1.2")))
        .shows("tls", "client-certificate-required", "warn");
  }

  private void middleboxes() {
    Behaviour healthy = book.healthyPage();
    book.page("closed-by-name", "firewall: no application rule for the host, closes on its name")
        .servedBy(BySni.deciding(name -> cut(name, Reply.nothing().thenClose(), healthy)))
        .shows("tls", "closed-after-client-hello", "fail");
    book.page("reset-by-name", "intrusion prevention resets on the host's name")
        .servedBy(BySni.deciding(name -> cut(name, Reply.nothing().thenReset(), healthy)))
        .shows("tls", "reset-after-client-hello", "fail");
    book.page("allowed-by-name", "nothing: the same firewall, with a rule for this host")
        .servedBy(BySni.deciding(name -> cut(name, Reply.nothing().thenClose(), healthy)))
        .passes("http");
    book.page("silent-tls", "the other side accepts and never answers the handshake")
        .servedBy(Script.silence())
        .shows("tls", "tls-timeout", "fail");
    book.page("trickling-tls", "the other side begins an answer and sends a byte now and then")
        .servedBy(Script.afterFirstBytes(Reply.bytes(recordOf16KiB()).thenTrickle()))
        .shows("tls", "tls-timeout", "fail");
  }

  /** The firewall knows all names but those that speak of being cut. */
  private static Behaviour cut(String name, Reply end, Behaviour otherwise) {
    return name.startsWith("allowed") ? otherwise : Script.afterFirstBytes(end);
  }

  private void notTls() {
    book.page("ssh-on-443", "an SSH server listens where TLS is expected")
        .servedBy(Script.onConnect(Reply.text("SSH-2.0-OpenSSH_9.2\r\n")))
        .shows("tls", "not-tls", "fail");
    book.page("http-on-443", "an HTTP server listens where TLS is expected")
        .servedBy(Script.afterFirstBytes(ServiceReplies.badRequest()))
        .shows("tls", "not-tls", "fail");
    book.page("garbage-records", "records that look like TLS and hold garbage")
        .servedBy(Script.afterFirstBytes(Reply.bytes(GARBAGE)))
        .shows("tls", "not-tls", "fail");
    book.page("endless-bytes", "an endless stream of bytes in place of a handshake")
        .servedBy(Script.afterFirstBytes(Reply.nothing().thenFlood(new byte[] {'x'})))
        .shows("tls", "not-tls", "fail");
  }

  private static byte[] recordOf16KiB() {
    return new byte[] {0x16, 3, 3, 0x40, 0, 2};
  }

  private static Behaviour web(Tls tls) {
    return tls.serving(Http.answering(ServiceReplies.ok()));
  }
}
