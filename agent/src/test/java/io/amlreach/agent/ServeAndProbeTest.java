// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.amlreach.agent.web.Reply;
import io.amlreach.agent.web.Route;
import io.amlreach.agent.web.WebServer;
import io.amlreach.lab.pki.CertificateKind;
import io.amlreach.lab.pki.LabCertificate;
import io.amlreach.lab.pki.LabPki;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Probes drive the TLS library directly and the web server drives it through Netty. */
class ServeAndProbeTest {
  @TempDir private Path directory;

  @Test
  void both_use_the_tls_library_in_one_process() throws Exception {
    LabCertificate certificate =
        new LabPki().certificate(CertificateKind.SELF_SIGNED, "server.example");
    X509Certificate leaf = certificate.chain().get(0);
    write("server.crt", "CERTIFICATE", leaf.getEncoded());
    write("server.key", "PRIVATE KEY", certificate.key().getEncoded());
    Path config =
        Files.writeString(
            directory.resolve("web.yaml"),
            "tls_server_config: {cert_file: server.crt, key_file: server.key}\n");
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    Map<String, Route> routes = Map.of("/", Route.reading(request -> Reply.text(200, "hello")));

    for (int round = 0; round < 2; round++) {
      try (WebServer server = WebServer.start(anyPort, config, routes)) {
        String target = "https://127.0.0.1:" + server.address().getPort() + " any\n";
        Run run = Run.with(target, Map.of(), "check", "--targets=-", "--format=json");

        assertThat(run.out())
            .contains("\"cause\" : \"self-signed-certificate\"")
            .contains("\"version\" : \"TLSv1.3\"");
      }
    }
  }

  private void write(String name, String label, byte[] der) throws Exception {
    String text = Base64.getMimeEncoder().encodeToString(der);
    Files.writeString(
        directory.resolve(name),
        "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n");
  }
}
