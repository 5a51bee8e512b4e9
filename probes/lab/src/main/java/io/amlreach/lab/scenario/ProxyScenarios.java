// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.scenario;

import io.amlreach.lab.dns.DnsError;
import io.amlreach.lab.http.Http;
import io.amlreach.lab.http.ServiceReplies;
import io.amlreach.lab.net.DeadEnds;
import io.amlreach.lab.net.Reply;
import io.amlreach.lab.net.Script;
import io.amlreach.lab.pki.CertificateKind;
import io.amlreach.lab.pki.LabPki;
import io.amlreach.lab.proxy.ForwardProxy;
import io.amlreach.lab.smb.Smb2;
import io.amlreach.lab.smb.SmbDialect;
import io.amlreach.lab.tls.Tls;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Hosts behind a proxy that the client is told to use, and proxies that do not serve it. */
final class ProxyScenarios {
  private static final String DENIED = "denied-";
  private static final String UNKNOWN = "unknown-";

  private final ScenarioBook book;
  private final LabPki pki;

  ProxyScenarios(ScenarioBook book, LabPki pki) {
    this.book = book;
    this.pki = pki;
  }

  void write() {
    proxies();
    served();
    refused();
    notAProxy();
  }

  private void proxies() {
    ForwardProxy open = ForwardProxy.to(this::seenByProxy).denying(host -> host.startsWith(DENIED));
    book.host(LabProxy.OPEN, open);
    book.host(LabProxy.LOCKED, open.demanding(LabProxy.USER, LabProxy.PASSWORD));
    book.host(LabProxy.GONE, DeadEnds.refusing());
    book.host(LabProxy.GARBLED, Script.afterFirstBytes(Reply.text("220 ftp.contoso.example\r\n")));
  }

  private @Nullable InetSocketAddress seenByProxy(String host, int port) {
    return host.startsWith(UNKNOWN) ? null : book.socketOf(host, port);
  }

  private void served() {
    through("through-proxy", "nothing: a name that only the proxy can resolve")
        .resolvesTo(DnsError.NAME_NOT_FOUND)
        .servedBy(book.healthyPage())
        .passes("http");
    through("through-proxy-tls", "nothing: a handshake in the proxy's tunnel")
        .asking("tls", 8443)
        .servedBy(book.healthyPage())
        .passes("tls");
    through("through-proxy-http", "nothing: a request that the proxy forwards")
        .asking("http", 80)
        .servedBy(Http.answering(ServiceReplies.ok()))
        .passes("http");
    through("denied-but.direct", "nothing: the client asks this host past the proxy")
        .servedBy(book.healthyPage())
        .passes("http");
    through("denied-share", "nothing: file shares are asked for past the proxy")
        .asking("smb", 445)
        .servedBy(Smb2.offering(SmbDialect.SMB_3_1_1))
        .passes("smb");
    through("through-proxy-inspected", "the proxy opens TLS; this machine trusts its authority")
        .servedBy(
            Tls.presenting(pki, CertificateKind.INSPECTED)
                .serving(Http.answering(ServiceReplies.ok())))
        .shows("tls", "inspected", "warn");
    through("private-through-proxy", "a private endpoint that the client leaves to the proxy")
        .expecting("private")
        .servedBy(book.healthyPage())
        .shows("private-endpoint", "sent-to-proxy", "unknown");
    book.page("proxy-credentials", "nothing: the proxy knows the user")
        .from(Vantage.PROXY_WITH_CREDENTIALS)
        .servedBy(book.healthyPage())
        .passes("http");
  }

  private void refused() {
    through("denied-by-proxy", "the proxy has no rule for the host")
        .shows("proxy", "proxy-denied", "fail");
    through("denied-by-proxy-http", "the same over HTTP")
        .asking("http", 80)
        .shows("proxy", "proxy-denied", "fail");
    through("unknown-to-proxy", "the proxy's resolver does not know the host")
        .shows("proxy", "proxy-upstream-failed", "fail");
    through("refused-behind-proxy", "a firewall behind the proxy rejects the connection")
        .leadsTo(DeadEnds.refusing())
        .shows("proxy", "proxy-upstream-failed", "fail");
    through("dropped-behind-proxy", "a firewall behind the proxy drops what it sends")
        .shows("proxy", "response-timeout", "fail");
    book.page("proxy-no-credentials", "the proxy wants a user, and the client has none")
        .from(Vantage.PROXY_WITHOUT_CREDENTIALS)
        .servedBy(book.healthyPage())
        .shows("proxy", "proxy-authentication", "fail");
  }

  private void notAProxy() {
    book.page("proxy-gone", "nobody listens on the proxy's port")
        .from(Vantage.PROXY_GONE)
        .shows("proxy", "proxy-unreachable", "fail");
    book.page("proxy-unknown", "the proxy's name does not exist")
        .from(Vantage.PROXY_UNKNOWN)
        .shows("proxy", "proxy-unreachable", "fail");
    book.page("proxy-garbled", "what listens on the proxy's port is no proxy")
        .from(Vantage.PROXY_GARBLED)
        .shows("proxy", "proxy-unreachable", "fail");
  }

  private ScenarioBook.Entry through(String name, String broken) {
    return book.page(name, broken).from(Vantage.BEHIND_PROXY);
  }
}
