// SPDX-License-Identifier: Apache-2.0

import io.amlreach.lab.dns.DnsError;
import io.amlreach.lab.dns.DnsServer;
import io.amlreach.lab.dns.Records;
import io.amlreach.lab.http.Http;
import io.amlreach.lab.http.ServiceReplies;
import io.amlreach.lab.net.StubbornServer;
import io.amlreach.lab.pki.CertificateKind;
import io.amlreach.lab.pki.LabPki;
import io.amlreach.lab.tls.Tls;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/**
 * A few servers on loopback for the runs that the class-data archive is made from: java
 * Rehearsal.java FOLDER writes targets, settings and roots there, then ready; when a daemon with
 * these settings has answered everything often enough, done. Runs until it is killed.
 */
class Rehearsal {
  private static final int ROUNDS = 4;

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    LabPki pki = new LabPki();
    Http site = Http.answering(ServiceReplies.unauthorized());
    StubbornServer good =
        StubbornServer.start(Tls.presenting(pki, CertificateKind.GOOD).serving(site));
    StubbornServer expired =
        StubbornServer.start(Tls.presenting(pki, CertificateKind.EXPIRED).serving(site));
    StubbornServer plain = StubbornServer.start(Http.answering(ServiceReplies.ok()));
    DnsServer dns =
        DnsServer.start(
            name -> name.endsWith("missing") ? DnsError.NAME_NOT_FOUND : Records.of("127.0.0.1"));
    int web = freePort();
    write(folder.resolve("healthy"), "https://localhost:" + good.address().getPort());
    write(
        folder.resolve("targets"),
        // other names that lead to loopback are held for blocked
        "https://localhost:" + good.address().getPort(),
        "https://localhost:" + expired.address().getPort(),
        "http://localhost:" + plain.address().getPort(),
        "https://blocked.example:443",
        "https://name.missing:443",
        "tcp://127.0.0.1:1");
    write(
        folder.resolve("settings"),
        "dns: {servers: ['127.0.0.1:" + dns.address().getPort() + "'], compare: []}",
        "tls: {caFile: '" + folder.resolve("roots.pem") + "'}",
        "web: {listen: '127.0.0.1:" + web + "'}",
        "schedule: {interval: 1s}",
        "state: {directory: '" + folder.resolve("state") + "'}");
    write(folder.resolve("roots.pem"), pem(pki.publicRoots()));
    write(folder.resolve("ready"));
    for (int round = 0; round < ROUNDS; round++) {
      while (!answered(web, "/-/ready")) {
        Thread.sleep(100);
      }
      for (String path : List.of("/metrics", "/api/v1/report", "/", "/-/healthy")) {
        answered(web, path);
      }
      Thread.sleep(500);
    }
    write(folder.resolve("done"));
    Thread.sleep(Long.MAX_VALUE);
  }

  /** As Prometheus asks. */
  private static boolean answered(int port, String path) {
    try {
      var connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
      connection.setRequestProperty("Accept", "application/openmetrics-text;version=1.0.0");
      connection.setRequestProperty("Accept-Encoding", "gzip");
      connection.getInputStream().readAllBytes();
      return connection.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String pem(List<X509Certificate> certificates) throws Exception {
    StringBuilder pem = new StringBuilder();
    for (X509Certificate certificate : certificates) {
      pem.append("-----BEGIN CERTIFICATE-----\n")
          .append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded()))
          .append("\n-----END CERTIFICATE-----\n");
    }
    return pem.toString();
  }

  private static void write(Path file, String... lines) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.write(next, List.of(lines));
    Files.move(next, file);
  }
}
