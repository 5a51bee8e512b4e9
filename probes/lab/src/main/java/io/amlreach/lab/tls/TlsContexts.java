// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.tls;

import io.amlreach.lab.pki.CertificateKind;
import io.amlreach.lab.pki.LabCertificate;
import io.amlreach.lab.pki.LabPki;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.netty.util.Mapping;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The TLS settings of one server, made for each name when it is first asked for. */
final class TlsContexts implements Mapping<String, SslContext> {
  private static final List<String> USUAL = List.of("TLSv1.2", "TLSv1.3");
  private static final int MOST_NAMES = 300;

  private final LabPki pki;
  private final CertificateKind kind;
  private final List<String> versions;
  private final ClientAuth clientAuth;
  private final Supplier<? extends Collection<String>> neighbours;
  private final Map<String, SslContext> made = new ConcurrentHashMap<>();

  private TlsContexts(
      LabPki pki,
      CertificateKind kind,
      List<String> versions,
      ClientAuth clientAuth,
      Supplier<? extends Collection<String>> neighbours) {
    this.pki = pki;
    this.kind = kind;
    this.versions = versions;
    this.clientAuth = clientAuth;
    this.neighbours = neighbours;
  }

  static TlsContexts presenting(LabPki pki, CertificateKind kind) {
    return new TlsContexts(pki, kind, USUAL, ClientAuth.NONE, List::of);
  }

  TlsContexts only(List<String> others) {
    return new TlsContexts(pki, kind, others, clientAuth, neighbours);
  }

  TlsContexts demandingClientCertificate() {
    return new TlsContexts(pki, kind, versions, ClientAuth.REQUIRE, neighbours);
  }

  TlsContexts sharedBy(Supplier<? extends Collection<String>> hosts) {
    return new TlsContexts(pki, kind, versions, clientAuth, hosts);
  }

  @Override
  public SslContext map(@Nullable String sni) {
    String host = sni == null ? "no-name.example" : sni;
    SslContext known = made.get(host);
    return known == null ? make(namesFor(host)) : known;
  }

  /** The neighbours that have no certificate yet, in their order, and the host among them. */
  private Set<String> namesFor(String host) {
    Set<String> names = new LinkedHashSet<>();
    neighbours.get().stream()
        .filter(name -> !made.containsKey(name))
        .limit(MOST_NAMES)
        .forEach(names::add);
    names.add(host);
    return names;
  }

  private SslContext make(Set<String> names) {
    LabCertificate certificate = pki.certificate(kind, List.copyOf(names));
    try {
      SslContext context =
          SslContextBuilder.forServer(new OneKey(certificate))
              // the JDK's, on purpose: see RATIONALE.md
              .sslProvider(SslProvider.JDK)
              .protocols(versions)
              .clientAuth(clientAuth)
              // whose certificate a client shows does not matter here: none of them has one
              .trustManager(InsecureTrustManagerFactory.INSTANCE)
              .build();
      names.forEach(name -> made.put(name, context));
      return context;
    } catch (SSLException e) {
      throw new IllegalStateException("the lab cannot serve TLS as " + names, e);
    }
  }
}
