// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.amlreach.lab.pki.CertificateKind;
import io.amlreach.lab.pki.LabCertificate;
import io.amlreach.lab.pki.LabPki;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PushTrustTest {
  private static final char[] NO_PASSWORD = {};

  private final LabPki pki = new LabPki();
  private final AtomicInteger taken = new AtomicInteger();
  private HttpsServer server;

  @BeforeEach
  void serve() throws Exception {
    LabCertificate certificate = pki.certificate(CertificateKind.GOOD, "localhost");
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, NO_PASSWORD);
    store.setKeyEntry(
        "key", certificate.key(), NO_PASSWORD, certificate.chain().toArray(Certificate[]::new));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, NO_PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          taken.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void a_receiver_is_trusted_by_the_authorities_that_are_given() throws IOException {
    push(() -> PushTrust.of(pki.publicRoots()));
    assertThat(taken).hasValue(1);
  }

  @Test
  void a_receiver_that_this_machine_does_not_trust_gets_nothing() {
    assertThatThrownBy(() -> push(PushTrust::ofThisMachine))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("TLS fails");
    assertThat(taken).hasValue(0);
  }

  private void push(Wire.Trust trust) throws IOException {
    URI to = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
    Wire.send("PUT", to, "text/plain", new byte[] {'x'}, Map.of("Authorization", "secret"), trust);
  }
}
