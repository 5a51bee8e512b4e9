// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.amlreach.config.WebConfig;
import io.amlreach.config.yaml.Problems;
import io.amlreach.config.yaml.ProblemsException;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Makes the server's side of TLS from what the web configuration names. */
final class ServerTls {
  /** All are used in any case; who restricts suites means those of TLS 1.2. */
  private static final List<String> SUITES_OF_13 =
      List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256");

  private ServerTls() {}

  /**
   * A context, to be released when no new connection shall use it.
   *
   * @throws ProblemsException when the files do not hold what they should
   */
  static SslContext context(WebConfig.Tls tls) throws ProblemsException {
    Problems problems = new Problems();
    List<X509Certificate> chain = Pem.certificates(tls.certificate(), problems);
    PrivateKey key = Pem.key(tls.key(), problems);
    Path authorities = tls.clientAuthorities();
    List<X509Certificate> trusted =
        authorities == null ? List.of() : Pem.certificates(authorities, problems);
    problems.throwIfAny();
    if (key != null && !Pem.belongTogether(key, chain.get(0))) {
      problems.add(tls.key().toString(), "", "does not belong to the certificate");
    }
    problems.throwIfAny();
    SslContext context = key == null ? null : build(tls, chain, key, trusted, problems);
    problems.throwIfAny();
    if (context == null) {
      throw new IllegalStateException("neither a context nor a problem");
    }
    return context;
  }

  private static @Nullable SslContext build(
      WebConfig.Tls tls,
      List<X509Certificate> chain,
      PrivateKey key,
      List<X509Certificate> trusted,
      Problems problems) {
    WebConfig.ClientCertificate client = tls.clientCertificate();
    SslContextBuilder builder =
        SslContextBuilder.forServer(key, chain)
            .sslProvider(SslProvider.OPENSSL_REFCNT)
            .protocols(tls.versions())
            .clientAuth(clientAuth(client));
    if (client.verified()) {
      builder.trustManager(trusted);
    } else if (client != WebConfig.ClientCertificate.NONE) {
      builder.trustManager(InsecureTrustManagerFactory.INSTANCE);
    }
    if (!tls.cipherSuites().isEmpty()) {
      List<String> suites = new ArrayList<>(tls.cipherSuites());
      suites.addAll(SUITES_OF_13);
      builder.ciphers(suites);
    }
    if (!tls.curves().isEmpty()) {
      builder.option(OpenSslContextOption.GROUPS, tls.curves().toArray(new String[0]));
    }
    try {
      return builder.build();
    } catch (SSLException | IllegalArgumentException e) {
      problems.add(tls.certificate().toString(), "", "cannot be used for TLS: " + e.getMessage());
      return null;
    }
  }

  private static ClientAuth clientAuth(WebConfig.ClientCertificate client) {
    if (client == WebConfig.ClientCertificate.NONE) {
      return ClientAuth.NONE;
    }
    return client.required() ? ClientAuth.REQUIRE : ClientAuth.OPTIONAL;
  }
}
