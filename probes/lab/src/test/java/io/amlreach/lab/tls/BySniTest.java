// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amlreach.lab.net.Behaviour;
import io.amlreach.lab.net.Reply;
import io.amlreach.lab.net.Script;
import io.amlreach.lab.net.StubbornServer;
import io.amlreach.lab.pki.CertificateKind;
import io.amlreach.lab.pki.LabPki;
import java.io.EOFException;
import java.net.SocketException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BySniTest {
  private static final LabPki PKI = new LabPki();
  private static final Behaviour HEALTHY = Tls.presenting(PKI, CertificateKind.GOOD);
  private static final Map<String, Behaviour> RULES =
      Map.of(
          "closed.example", Script.afterFirstBytes(Reply.nothing().thenClose()),
          "reset.example", Script.afterFirstBytes(Reply.nothing().thenReset()),
          "inspected.example", Tls.presenting(PKI, CertificateKind.INSPECTED));

  private final StubbornServer firewall =
      StubbornServer.start(BySni.deciding(name -> RULES.getOrDefault(name, HEALTHY)));

  @AfterEach
  void stop() {
    firewall.close();
  }

  @Test
  void other_names_pass() throws Exception {
    Handshake.trustingThePublic(PKI).with(firewall.address(), "other.example").close();
  }

  @Test
  void a_closed_name_is_an_end_of_stream_not_a_reset() {
    assertThatThrownBy(
            () -> Handshake.trustingThePublic(PKI).with(firewall.address(), "closed.example"))
        .hasRootCauseInstanceOf(EOFException.class);
  }

  @Test
  void a_reset_name_is_a_reset() {
    assertThatThrownBy(
            () -> Handshake.trustingThePublic(PKI).with(firewall.address(), "reset.example"))
        .isInstanceOf(SocketException.class);
  }

  @Test
  void an_inspected_name_gets_a_certificate_made_on_the_spot() throws Exception {
    try (var socket =
        Handshake.trusting(PKI.systemRoots()).with(firewall.address(), "inspected.example")) {
      assertThat(socket.getSession().getPeerPrincipal().getName())
          .isEqualTo("CN=inspected.example");
    }
  }
}
