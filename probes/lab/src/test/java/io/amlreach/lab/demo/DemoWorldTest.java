// SPDX-License-Identifier: Apache-2.0
package io.amlreach.lab.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amlreach.lab.Lab;
import io.amlreach.lab.tls.Handshake;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class DemoWorldTest {
  private static Lab lab;

  @BeforeAll
  static void start() {
    lab = Lab.start();
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcr.microsoft.com",
        "westeurope.api.azureml.ms",
        "a-name-that-no-page-mentions.azureedge.net",
        "0fab1234-5678-4abc-9def-0123456789ab.workspace.westeurope.api.azureml.ms",
        "contosomlstore.blob.core.windows.net"
      })
  void what_is_not_broken_answers_with_a_certificate_for_its_name(String host) throws Exception {
    try (SSLSocket socket = handshake(host)) {
      assertThat(request(socket, host)).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 5");
    }
  }

  @Test
  void names_of_the_workspace_are_private_and_pass_through_private_link() throws Exception {
    Message reply = ask("contosomlstore.dfs.core.windows.net");
    assertThat(rdata(reply))
        .containsExactly("contosomlstore.privatelink.dfs.core.windows.net.", "10.1.2.8");
  }

  @Test
  void a_dozen_things_are_broken_and_each_is_told() {
    assertThat(lab.demo().breakages()).hasSizeBetween(12, 18);
    assertThat(lab.demo().breakages()).extracting(Breakage::title).doesNotHaveDuplicates();
  }

  @Test
  void a_breakage_knows_whom_it_concerns() {
    Breakage blobs = breakage("*.blob.core.windows.net");
    assertThat(blobs.concerns("vscode.blob.core.windows.net", 443)).isTrue();
    assertThat(blobs.concerns("vscode.blob.core.windows.net", 80)).isFalse();
    assertThat(blobs.concerns("contosomlstore.blob.core.windows.net", 443)).isFalse();
  }

  @Test
  void blobs_outside_are_cut_after_the_hello() {
    assertThatThrownBy(() -> handshake("vscode.blob.core.windows.net"))
        .isInstanceOf(SSLException.class)
        .hasRootCauseInstanceOf(EOFException.class);
  }

  @Test
  void graph_is_reset_after_the_hello() {
    assertThatThrownBy(() -> handshake("graph.microsoft.com")).isInstanceOf(SocketException.class);
  }

  @Test
  void the_studio_shows_an_expired_certificate() {
    assertThatThrownBy(() -> handshake("ml.azure.com"))
        .hasRootCauseInstanceOf(CertificateExpiredException.class);
  }

  @Test
  void pypi_is_inspected() throws Exception {
    try (SSLSocket socket = connect("pypi.org", lab.systemRoots())) {
      var leaf = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      assertThat(leaf.getIssuerX500Principal().getName()).contains("Contoso Inspection CA");
    }
  }

  @Test
  void sign_in_over_plain_http_meets_the_firewall() throws Exception {
    String host = "login.microsoftonline.com";
    InetSocketAddress real = lab.translate(new InetSocketAddress(address(host), 80));
    try (var socket = new Socket(real.getAddress(), real.getPort())) {
      assertThat(request(socket, host)).startsWith("HTTP/1.1 470 ");
    }
  }

  @Test
  void the_registry_refuses_this_network() throws Exception {
    try (SSLSocket socket = handshake("contosomlacr.azurecr.io")) {
      assertThat(request(socket, "contosomlacr.azurecr.io")).startsWith("HTTP/1.1 403 ");
    }
  }

  @Test
  void the_file_share_is_dropped_on_its_own_port_only() throws Exception {
    String host = "contosomlstore.file.core.windows.net";
    handshake(host).close();
    InetSocketAddress smb = lab.translate(new InetSocketAddress(address(host), 445));
    assertThatThrownBy(
            () -> {
              try (var socket = new Socket()) {
                socket.connect(smb, 100);
              }
            })
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void names_go_wrong_in_their_own_ways() throws Exception {
    assertThat(rdata(ask("contosomlkv.vault.azure.net"))).contains("203.0.113.202");
    assertThat(ask("centralus.data.mcr.microsoft.com").getRcode()).isEqualTo(Rcode.REFUSED);
    assertThat(ask("ci-dev1.westeurope.instances.azureml.ms").getRcode()).isEqualTo(Rcode.NXDOMAIN);
    Message notebooks = ask("ml-contoso.westeurope.notebooks.azure.net");
    assertThat(notebooks.getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(rdata(notebooks))
        .containsExactly("ml-contoso.westeurope.privatelink.notebooks.azure.net.");
    assertThat(ask("management.azure.com").getSection(Section.ANSWER)).hasSize(4);
    assertThatThrownBy(() -> ask("contosobatch.westeurope.batch.azure.com"))
        .isInstanceOf(IOException.class);
  }

  private static Breakage breakage(String hosts) {
    return lab.demo().breakages().stream()
        .filter(each -> each.hosts().equals(hosts))
        .findFirst()
        .orElseThrow();
  }

  private static SSLSocket handshake(String host) throws IOException {
    return connect(host, lab.publicRoots());
  }

  private static SSLSocket connect(String host, List<X509Certificate> roots) throws IOException {
    InetSocketAddress real = lab.translate(new InetSocketAddress(address(host), 443));
    return Handshake.trusting(roots).with(real, host);
  }

  private static String request(Socket socket, String host) throws IOException {
    String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    return new String(socket.getInputStream().readNBytes(13), ISO_8859_1);
  }

  private static InetAddress address(String host) throws IOException {
    return ask(host).getSection(Section.ANSWER).stream()
        .filter(ARecord.class::isInstance)
        .map(record -> ((ARecord) record).getAddress())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> rdata(Message reply) {
    return reply.getSection(Section.ANSWER).stream().map(Record::rdataToString).toList();
  }

  private static Message ask(String host) throws IOException {
    var resolver = new SimpleResolver(lab.dnsServer());
    resolver.setTimeout(Duration.ofSeconds(1));
    return resolver.send(
        Message.newQuery(Record.newRecord(Name.fromString(host + "."), Type.A, DClass.IN)));
  }
}
