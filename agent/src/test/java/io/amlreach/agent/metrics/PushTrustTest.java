// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.amlreach.config.Settings;
import io.amlreach.lab.pki.CertificateKind;
import io.amlreach.lab.pki.LabCertificate;
import io.amlreach.lab.pki.LabPki;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushTrustTest {
  private static final char[] NO_PASSWORD = {};

  @TempDir Path folder;

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
  void a_receiver_is_trusted_by_the_authorities_of_the_settings() throws Exception {
    Path file = pem(pki.publicRoots());
    push(new PushTrust(new Settings.Tls(file)));
    assertThat(taken).hasValue(1);
  }

  @Test
  void authorities_of_the_settings_come_beside_those_of_this_machine() throws Exception {
    List<X509Certificate> machine = new PushTrust(new Settings.Tls(null)).roots();
    assertThat(machine).isNotEmpty();
    assertThat(new PushTrust(new Settings.Tls(pem(pki.publicRoots()))).roots())
        .containsAll(machine)
        .containsAll(pki.publicRoots());
  }

  @Test
  void authorities_that_cannot_be_read_are_told_and_nothing_is_sent() throws IOException {
    Path file = folder.resolve("ca.pem");
    PushTrust trust = new PushTrust(new Settings.Tls(file));
    assertThatThrownBy(() -> push(trust)).hasMessage(file + " cannot be read");
    Files.writeString(file, "not PEM");
    assertThatThrownBy(() -> push(trust)).hasMessageStartingWith(file + " cannot be used: no ");
    assertThat(taken).hasValue(0);
  }

  private Path pem(List<X509Certificate> certificates) throws Exception {
    StringBuilder text = new StringBuilder();
    for (X509Certificate certificate : certificates) {
      text.append("-----BEGIN CERTIFICATE-----\n")
          .append(Base64.getMimeEncoder().encodeToString(certificate.getEncoded()))
          .append("\n-----END CERTIFICATE-----\n");
    }
    return Files.writeString(folder.resolve("own.pem"), text);
  }

  @Test
  void a_receiver_that_this_machine_does_not_trust_gets_nothing() {
    assertThatThrownBy(() -> push(new PushTrust(new Settings.Tls(null))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("TLS fails");
    assertThat(taken).hasValue(0);
  }

  private void push(Wire.Trust trust) throws IOException {
    URI to = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
    Map<String, String> headers = Map.of("Authorization", "secret");
    new Wire(trust, Wire.PATIENCE).send("PUT", to, "text/plain", new byte[] {'x'}, headers);
  }
}
