// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amlreach.agent.Listened;
import io.amlreach.config.yaml.ProblemsException;
import io.amlreach.lab.pki.CertificateKind;
import io.amlreach.lab.pki.LabCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static final String FILES = "  cert_file: server.crt\n  key_file: server.key\n";
  private static final String TLS = "tls_server_config:\n" + FILES;
  private static final String MUTUAL =
      TLS + "  client_ca_file: client-ca.crt\n  client_auth_type: RequireAndVerifyClientCert\n";

  @TempDir private Path directory;
  private Path file;
  private Certificates certificates;

  @BeforeEach
  void write() throws Exception {
    file = Files.writeString(directory.resolve("web.yaml"), TLS);
    certificates = new Certificates(directory);
    certificates.write(certificates.of(CertificateKind.GOOD, "localhost"));
  }

  private String answer(WebServer server, @Nullable LabCertificate own) throws Exception {
    try (Wire wire = Wire.over(certificates.connect(server, own))) {
      return wire.send(GET).answer();
    }
  }

  private static String subject(SSLSocket socket) throws IOException {
    return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
        .getSubjectX500Principal()
        .getName();
  }

  @Test
  void answers_are_the_same_over_tls() throws Exception {
    try (WebServer server = Servers.configured(file);
        SSLSocket socket = certificates.connect(server, null);
        Wire wire = Wire.over(socket)) {
      assertThat(wire.send(GET).answer()).contains(" 200 ").endsWith("hello\n");
      assertThat(wire.send(GET).answer()).contains(" 200 ");
      assertThat(wire.send(GET.replace(" / ", " https://localhost/ ")).answer()).contains(" 200 ");
      assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");

      assertThat(wire.send("nonsense\r\n\r\n").rest()).contains(" 400 ");
    }
  }

  @Test
  void a_large_answer_comes_whole() throws Exception {
    try (WebServer server = Servers.configured(file);
        Wire wire = Wire.over(certificates.connect(server, null))) {
      assertThat(wire.send("GET /long HTTP/1.1\r\nHost: localhost\r\n\r\n").answer())
          .endsWith("0123456789".repeat(1000));
    }
  }

  @Test
  void versions_and_suites_are_those_of_the_file() throws Exception {
    Files.writeString(
        file,
        TLS
            + "  max_version: TLS12\n  cipher_suites: [TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384]\n"
            + "  curve_preferences: [CurveP384]\n");
    try (WebServer server = Servers.configured(file);
        SSLSocket socket = certificates.connect(server, null)) {
      socket.startHandshake();

      assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.2");
      assertThat(socket.getSession().getCipherSuite())
          .isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
    }
  }

  @Test
  void a_replaced_certificate_is_shown_to_the_next_connection() throws Exception {
    try (Listened log = new Listened(WebServer.class);
        WebServer server = Servers.configured(file);
        SSLSocket before = certificates.connect(server, null)) {
      Wire old = Wire.over(before);
      assertThat(old.send(GET).answer()).contains(" 200 ");
      assertThat(subject(before)).isEqualTo("CN=localhost");

      certificates.write(certificates.of(CertificateKind.GOOD, "renewed.example"));

      try (SSLSocket after = certificates.connect(server, null)) {
        after.startHandshake();
        assertThat(subject(after)).isEqualTo("CN=renewed.example");
      }
      assertThat(log.lines())
          .singleElement(InstanceOfAssertFactories.STRING)
          .startsWith("INFO the web configuration was read again; changed and in force: ")
          .contains("server.crt")
          .doesNotContain("web.yaml");
      assertThat(old.send(GET).answer()).as("the old connection").contains(" 200 ");
    }
  }

  @Test
  void a_broken_certificate_leaves_the_last_good_one() throws Exception {
    try (WebServer server = Servers.configured(file)) {
      Files.writeString(directory.resolve("server.crt"), "-----BEGIN CERTIFICATE-----\nMII\n");
      try (SSLSocket socket = certificates.connect(server, null)) {
        socket.startHandshake();
        assertThat(subject(socket)).isEqualTo("CN=localhost");
      }
      assertThat(server.fault()).contains("server.crt").contains("certificates in PEM form");

      certificates.write(certificates.of(CertificateKind.GOOD, "renewed.example"));
      try (SSLSocket socket = certificates.connect(server, null)) {
        socket.startHandshake();
        assertThat(subject(socket)).isEqualTo("CN=renewed.example");
      }
      assertThat(server.fault()).isEmpty();
    }
  }

  @Test
  void a_file_without_tls_does_not_make_it_plain() throws Exception {
    try (WebServer server = Servers.configured(file)) {
      Files.writeString(file, "basic_auth_users: {}\n");

      assertThat(answer(server, null)).contains(" 200 ");
      assertThat(server.fault()).contains("only given up after a restart");
    }
  }

  @Test
  void a_client_needs_a_certificate_where_one_is_demanded() throws Exception {
    Files.writeString(file, MUTUAL);
    try (WebServer server = Servers.configured(file)) {
      LabCertificate good = certificates.of(CertificateKind.GOOD, "prometheus.example");
      LabCertificate foreign = certificates.of(CertificateKind.UNTRUSTED, "prometheus.example");

      assertThat(answer(server, good)).contains(" 200 ");
      assertThatThrownBy(() -> answer(server, null)).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> answer(server, foreign)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void a_client_needs_one_of_the_names_that_are_allowed() throws Exception {
    Files.writeString(file, MUTUAL + "  client_allowed_sans: [prometheus.example]\n");
    try (WebServer server = Servers.configured(file)) {
      LabCertificate named = certificates.of(CertificateKind.GOOD, "prometheus.example");
      LabCertificate other = certificates.of(CertificateKind.GOOD, "mallory.example");

      assertThat(answer(server, named)).contains(" 200 ");
      assertThatThrownBy(() -> answer(server, other)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void a_certificate_that_is_only_asked_for_may_be_missing() throws Exception {
    Files.writeString(
        file,
        TLS + "  client_ca_file: client-ca.crt\n  client_auth_type: VerifyClientCertIfGiven\n");
    try (WebServer server = Servers.configured(file)) {
      LabCertificate foreign = certificates.of(CertificateKind.UNTRUSTED, "prometheus.example");

      assertThat(answer(server, null)).contains(" 200 ");
      assertThat(answer(server, certificates.of(CertificateKind.GOOD, "a.example")))
          .contains(" 200 ");
      assertThatThrownBy(() -> answer(server, foreign)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void a_key_of_another_certificate_is_found_at_the_start() throws Exception {
    Certificates others = new Certificates(Files.createDirectory(directory.resolve("other")));
    others.write(others.of(CertificateKind.GOOD, "localhost"));
    Files.copy(
        directory.resolve("other/server.key"),
        directory.resolve("server.key"),
        StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> Servers.configured(file))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("server.key  does not belong to the certificate");
  }

  @Test
  void two_hundred_that_never_finish_their_handshakes_lock_nobody_out() throws Exception {
    List<Wire> stuck = new ArrayList<>();
    try (WebServer server = Servers.configured(file)) {
      for (int i = 0; i < 200; i++) {
        stuck.add(Wire.to(server.address()).send("\u0016\u0003\u0001\u0002\u0000\u0001\u0000"));
      }

      assertThat(answer(server, null)).contains(" 200 ");
    } finally {
      for (Wire wire : stuck) {
        wire.close();
      }
    }
  }

  @Test
  void who_speaks_plain_http_to_it_is_hung_up_on() throws Exception {
    try (WebServer server = Servers.configured(file);
        Wire wire = Wire.to(server.address())) {
      assertThat(wire.send(GET).closed()).isTrue();
    }
  }
}
