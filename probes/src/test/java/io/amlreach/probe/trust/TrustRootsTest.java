// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustRootsTest {
  @TempDir Path folder;

  @Test
  void every_bundled_root_is_found_by_the_name_that_the_jdk_reads_from_it() throws Exception {
    TrustRoots bundled = TrustRoots.bundled();
    Collection<X509Certificate> roots = bundledRoots();
    assertThat(roots).hasSize(144);
    for (X509Certificate root : roots) {
      assertThat(bundled.withSubject(root.getSubjectX500Principal().getEncoded()))
          .as(root.getSubjectX500Principal().getName())
          .contains(root.getEncoded());
    }
  }

  @Test
  void the_roots_that_azure_services_chain_to_are_bundled() {
    TrustRoots bundled = TrustRoots.bundled();
    for (String name :
        new String[] {
          "CN=DigiCert Global Root G2,OU=www.digicert.com,O=DigiCert Inc,C=US",
          "CN=Microsoft RSA Root Certificate Authority 2017,O=Microsoft Corporation,C=US",
          "CN=Microsoft ECC Root Certificate Authority 2017,O=Microsoft Corporation,C=US"
        }) {
      assertThat(bundledSubjects()).contains(new X500Principal(name));
    }
    assertThat(bundled.anySubjectContains("DigiCert Inc".getBytes(StandardCharsets.UTF_8)))
        .isTrue();
    assertThat(bundled.anySubjectContains("Contoso".getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  @Test
  void a_file_that_is_missing_empty_or_damaged_is_refused() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    Path damaged =
        Files.writeString(
            folder.resolve("damaged.pem"),
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    Path cut = Files.writeString(folder.resolve("cut.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n");
    assertThatThrownBy(() -> TrustRoots.ofFile(folder.resolve("none.pem")))
        .isInstanceOf(NoSuchFileException.class);
    for (Path file : new Path[] {empty, damaged, cut}) {
      assertThatThrownBy(() -> TrustRoots.ofFile(file)).isInstanceOf(CertificateException.class);
    }
  }

  private static Collection<X500Principal> bundledSubjects() {
    try {
      return bundledRoots().stream().map(X509Certificate::getSubjectX500Principal).toList();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Collection<X509Certificate> bundledRoots() throws Exception {
    try (InputStream in = TrustRoots.class.getResourceAsStream("public-roots.pem")) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
          .map(X509Certificate.class::cast)
          .toList();
    }
  }
}
