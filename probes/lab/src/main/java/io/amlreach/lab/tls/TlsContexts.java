// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.tls;

import io.amlreach.lab.pki.CertificateKind;
import io.amlreach.lab.pki.LabCertificate;
import io.amlreach.lab.pki.LabPki;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.Mapping;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The TLS settings of one server, made for each name when it is first asked for. */
final class TlsContexts implements Mapping<String, SslContext> {
  private static final List<String> USUAL = List.of("TLSv1.2", "TLSv1.3");

  private final LabPki pki;
  private final CertificateKind kind;
  private final List<String> versions;
  private final ClientAuth clientAuth;
  private final CertificateNames names;
  private final Map<String, SslContext> made = new ConcurrentHashMap<>();

  private TlsContexts(
      LabPki pki,
      CertificateKind kind,
      List<String> versions,
      ClientAuth clientAuth,
      CertificateNames names) {
    this.pki = pki;
    this.kind = kind;
    this.versions = versions;
    this.clientAuth = clientAuth;
    this.names = names;
  }

  static TlsContexts presenting(LabPki pki, CertificateKind kind) {
    return new TlsContexts(pki, kind, USUAL, ClientAuth.NONE, CertificateNames.EXACT);
  }

  TlsContexts only(List<String> others) {
    return new TlsContexts(pki, kind, others, clientAuth, names);
  }

  TlsContexts demandingClientCertificate() {
    return new TlsContexts(pki, kind, versions, ClientAuth.REQUIRE, names);
  }

  TlsContexts withWildcards() {
    return new TlsContexts(pki, kind, versions, clientAuth, CertificateNames.WILDCARD);
  }

  @Override
  public SslContext map(@Nullable String sni) {
    String host = sni == null ? "no-name.example" : sni;
    return made.computeIfAbsent(names.covering(host), this::make);
  }

  private SslContext make(String name) {
    LabCertificate certificate = pki.certificate(kind, name);
    try {
      return SslContextBuilder.forServer(certificate.key(), certificate.chain())
          .sslProvider(SslProvider.JDK) // the same server whatever else is on the class path
          .protocols(versions)
          .clientAuth(clientAuth)
          .trustManager(pki.publicRoots())
          .build();
    } catch (SSLException e) {
      throw new IllegalStateException("the lab cannot serve TLS as " + name, e);
    }
  }
}
