// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amlreach.lab.net.StubbornServer;
import io.amlreach.lab.pki.CertificateKind;
import io.amlreach.lab.pki.LabPki;
import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
  private static final LabPki PKI = new LabPki();
  private static final String HOST = "storage.blob.example";

  @Test
  void a_good_certificate_is_verified_for_any_name_by_one_server() throws Exception {
    try (var server = StubbornServer.start(Tls.presenting(PKI, CertificateKind.GOOD))) {
      for (String host : new String[] {HOST, "ml.example", "a.very.deep.name.example"}) {
        try (var socket = Handshake.trustingThePublic(PKI).with(server.address(), host)) {
          assertThat(socket.getSession().getPeerCertificates()).hasSize(2);
        }
      }
    }
  }

  @Test
  void neighbours_share_a_certificate() throws Exception {
    var behaviour =
        Tls.presenting(PKI, CertificateKind.GOOD).sharedBy(() -> List.of(HOST, "ml.example"));
    try (var server = StubbornServer.start(behaviour)) {
      Certificate first = leafFor(server, HOST);
      assertThat(leafFor(server, "ml.example")).isEqualTo(first);
      assertThat(leafFor(server, "stranger.example")).isNotEqualTo(first);
    }
  }

  @Test
  void an_expired_certificate_is_refused_for_its_date() throws Exception {
    assertThatThrownBy(() -> verify(CertificateKind.EXPIRED))
        .hasRootCauseInstanceOf(CertificateExpiredException.class);
  }

  @Test
  void a_certificate_of_tomorrow_is_refused_for_its_date() throws Exception {
    assertThatThrownBy(() -> verify(CertificateKind.NOT_YET_VALID))
        .hasRootCauseInstanceOf(CertificateNotYetValidException.class);
  }

  @Test
  void a_certificate_for_another_host_is_refused_for_its_name() throws Exception {
    assertThatThrownBy(() -> verify(CertificateKind.WRONG_NAME))
        .hasRootCauseInstanceOf(CertificateException.class)
        .hasMessageContaining(HOST);
  }

  @ParameterizedTest
  @EnumSource(names = {"SELF_SIGNED", "LEAF_ONLY", "INSPECTED", "UNTRUSTED"})
  void a_chain_that_leads_to_no_public_root_is_refused(CertificateKind kind) throws Exception {
    assertThatThrownBy(() -> verify(kind)).hasRootCauseInstanceOf(CertPathBuilderException.class);
  }

  @Test
  void an_inspected_connection_is_fine_for_the_store_that_holds_the_inspections_root()
      throws Exception {
    try (var server = StubbornServer.start(Tls.presenting(PKI, CertificateKind.INSPECTED));
        var socket = Handshake.trusting(PKI.systemRoots()).with(server.address(), HOST)) {
      var leaf = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      assertThat(leaf.getIssuerX500Principal().getName()).contains("Contoso Inspection CA");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void a_server_can_be_held_to_one_version(String version) throws Exception {
    try (var server =
            StubbornServer.start(Tls.presenting(PKI, CertificateKind.GOOD).only(version));
        var socket = Handshake.trustingThePublic(PKI).with(server.address(), HOST)) {
      assertThat(socket.getSession().getProtocol()).isEqualTo(version);
    }
  }

  @Test
  void a_client_without_a_certificate_is_sent_away_where_one_is_demanded() throws Exception {
    var behaviour = Tls.presenting(PKI, CertificateKind.GOOD).demandingClientCertificate();
    try (var server = StubbornServer.start(behaviour)) {
      assertThatThrownBy(
              () -> {
                try (var socket = Handshake.trustingThePublic(PKI).with(server.address(), HOST)) {
                  // with TLS 1.3 the refusal comes after the client's side of the handshake
                  socket.getInputStream().read();
                }
              })
          .isInstanceOf(SSLException.class)
          .hasMessageContaining("certificate");
    }
  }

  @Test
  void the_subject_for_careless_terminals_holds_an_escape_and_a_line_break() throws Exception {
    X509Certificate leaf = PKI.certificate(CertificateKind.HOSTILE_SUBJECT, HOST).chain().get(0);
    assertThat(new String(leaf.getSubjectX500Principal().getEncoded(), "ISO-8859-1"))
        .contains("\u001b[31m")
        .contains("\nlevel: pass");
    verify(CertificateKind.HOSTILE_SUBJECT);
  }

  @Test
  void the_huge_chain_is_larger_than_any_client_should_take() throws Exception {
    int bytes = 0;
    for (X509Certificate each : PKI.certificate(CertificateKind.HUGE_CHAIN, HOST).chain()) {
      bytes += each.getEncoded().length;
    }
    assertThat(bytes).isBetween(100 * 1024, 150 * 1024);
    assertThatThrownBy(() -> verify(CertificateKind.HUGE_CHAIN))
        .describedAs("the JDK takes 32 KiB of certificates at most")
        .isInstanceOf(SSLException.class);
  }

  @ParameterizedTest
  @EnumSource
  void a_hand_made_alert_is_understood_as_such(TlsAlerts alert) throws Exception {
    try (var server = StubbornServer.start(alert)) {
      assertThatThrownBy(
              () -> Handshake.trustingThePublic(PKI).with(server.address(), HOST).close())
          .isInstanceOf(SSLHandshakeException.class)
          .hasMessageContaining(alert.name().toLowerCase(Locale.ROOT));
    }
  }

  private static Certificate leafFor(StubbornServer server, String host) throws IOException {
    try (var socket = Handshake.trustingThePublic(PKI).with(server.address(), host)) {
      return socket.getSession().getPeerCertificates()[0];
    }
  }

  private static void verify(CertificateKind kind) throws IOException {
    try (var server = StubbornServer.start(Tls.presenting(PKI, kind))) {
      Handshake.trustingThePublic(PKI).with(server.address(), HOST).close();
    }
  }
}
